"""A preview in which each page and each file is made when a browser first asks for it.

After a change, what the browser shows is there as soon as the dossier is read and that one page is
made; nothing is ever older than the dossier, for each change drops all that was made.
"""

import posixpath
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.utils import write_file

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.site.preview import App
from mkdocs_dossier.site.serving import tell_fault
from mkdocs_dossier.source.collection import pause_collection

_FAULT = Markup("<!doctype html><title>{0}</title><body><p>{0}</p></body>")


class OnRequest:
    """The files of a preview's present state; none is made while MkDocs makes another state."""

    def __init__(self) -> None:
        self._building = threading.RLock()
        self._say = texts()
        self._files: dict[str, File] = {}
        self._further: Iterator[File] = iter(())
        self._close: Callable[[], None] = lambda: None
        self._lent: dict[str, Callable[[str], bool]] = {}
        self._waiting: set[int] = set()
        self._asked = 0.0

    def renew(self, further: Iterator[File], close: Callable[[], None], say: Texts) -> None:
        """Begin another state. `further` makes files that are not listed, one after the other;
        `close` ends what a thread has opened for it.
        """
        self._files, self._further, self._close, self._say = {}, further, close, say

    def take(self, files: Iterable[File]) -> None:
        """Let files be written when they are asked for."""
        self._files |= {file.dest_uri: file for file in files}

    def lend(self, root: str, give: Callable[[str], bool]) -> None:
        """Let what stands under a root be put there when it is asked for, in every state: `give` is
        told its path from there, and gives whether it was not there and now is.
        """
        self._lent[root] = give

    def write(self, path: str) -> bool:
        """Write the file that stands at a path of the site; whether it was not there and now is."""
        with self._alone():
            try:
                return any(map(self._write, _list_places(path)))
            finally:
                self._close()

    def _write(self, place: str) -> bool:
        while place not in self._files and (further := next(self._further, None)):
            self.take([further])
        for root, give in self._lent.items():
            if place.startswith(root):
                return give(place.removeprefix(root))
        file = self._files.get(place)
        if file is None or Path(file.abs_dest_path).is_file():
            return False
        try:
            file.copy_file()
        except Exception as error:
            said = tell_fault(error, self._say)
            if place.endswith(".html"):
                write_file(_FAULT.format(said).encode(), file.abs_dest_path)
        return Path(file.abs_dest_path).is_file()

    def wait_for_quiet(self, seconds: float = 1.0) -> None:
        """Return when nobody has waited for anything for so long."""
        while self._waiting or time.monotonic() - self._asked < seconds:
            time.sleep(seconds / 4)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thing is made at a time; a browser asks again soon after."""
        self._waiting.add(threading.get_ident())
        try:
            with self._building, pause_collection():
                yield
        finally:
            self._asked = time.monotonic()
            self._waiting.discard(threading.get_ident())

    def guard(self, build: Callable[[], None]) -> Callable[[], None]:
        """What builds, while no file of the last state is made."""

        def build_alone() -> None:
            with self._alone():
                build()

        return build_alone

    def wrap(self, app: App, root: str) -> App:
        """The application of a preview at a root, with the files that are written for it."""

        def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if not path.startswith(root) or path.startswith("/livereload/"):
                return app(environ, start_response)
            path = path.removeprefix(root)
            self.write(path)
            answer = _ask(app, environ)
            # a change may have come between, and swept away what was written
            if answer.status.startswith("404") and self.write(path):
                answer = _ask(app, environ)
            start_response(answer.status, answer.headers)
            return answer.parts

        return serve


@dataclass(frozen=True)
class _Answer:
    status: str
    headers: Any
    parts: Iterable[bytes]


def _ask(app: App, environ: dict[str, Any]) -> _Answer:
    said: list[Any] = []
    parts = app(environ, lambda *given: said.extend(given))
    return _Answer(said[0], said[1], parts)


def _list_places(path: str) -> list[str]:
    """Where the file that a path asks for may stand, from the site's root."""
    place = posixpath.normpath(f"/{path}").lstrip("/")
    if path.endswith("/") or not place:
        return [posixpath.join(place, "index.html")]
    return [place, f"{place}/index.html"]
