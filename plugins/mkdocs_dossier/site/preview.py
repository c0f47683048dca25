"""The script that `serve` adds to each page as it is sent, let through by the page's policy."""

from collections.abc import Callable, Iterable
from typing import Any

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
