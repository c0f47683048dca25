"""What a preview adds to each page: the errors, and a script that its policy lets through."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules.report import format_message, format_place

App = Callable[[dict[str, Any], Any], Iterable[bytes]]
_ADDED = b"<script>\nvar livereload"


def allow_live_reload(app: App, nonce: str) -> App:
    """The preview's server with `nonce` on the script that it adds to a page."""

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        answer: list[Any] = []
        parts = app(environ, lambda *given: answer.extend(given))
        headers = dict(answer[1])
        if headers.get("Content-Type", "").startswith("text/html"):
            before, added, after = b"".join(parts).rpartition(_ADDED)
            named = added.replace(b"<script>", f'<script nonce="{nonce}">'.encode())
            parts = [before + named + after]
            answer[1] = [*(headers | {"Content-Length": str(len(parts[0]))}).items()]
        start_response(*answer)
        return parts

    return serve


def list_shown(
    places: Iterable[tuple[Iterable[Problem], Path]], failure: str
) -> tuple[tuple[str, str], ...]:
    """The errors that every page shows: where each is, and what it is.

    `places`: problems with the folder that their paths start from; `failure`: why the last dossier
    gave no pages.
    """
    shown = (
        (format_place(each, where), format_message(each))
        for problems, where in places
        for each in problems
        if each.level == "error"
    )
    return (*shown, *([("", failure)] if failure else []))
