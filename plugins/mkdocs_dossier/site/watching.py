"""A preview that hears of a change at once, where the system tells of changes."""

import threading
from collections.abc import Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_PAUSE = 1.0
"""Seconds after which an end of the preview is noticed."""


def watch(server: LiveReloadServer, folder: Path, docs: Path) -> None:
    """Have a preview watch the dossier too, and look at both folders as soon as one changes.

    MkDocs looks twice a second, and goes on doing so: a shared or a remote disk tells of nothing.
    """
    server.watch(str(folder))
    told = threading.Event()
    tell = _Tell(told)
    native = Observer()
    try:
        for each in (folder, docs):
            if each.is_dir():
                native.schedule(tell, str(each.resolve()), recursive=True)
        native.start()
    except OSError:  # the system watches no more folders for this user
        return

    def look() -> None:
        while server.observer.should_keep_running():
            if told.wait(_PAUSE):
                told.clear()
                _look(server)
        native.stop()

    threading.Thread(target=look, daemon=True).start()


def _look(server: LiveReloadServer) -> None:
    """Compare what MkDocs watches with what it saw last, as it does itself after each interval."""
    emitters: Iterable[threading.Thread] = list(server.observer.emitters)
    for each in emitters:
        if each.is_alive():  # it has looked once
            each.queue_events(0)  # type: ignore[attr-defined]


class _Tell(FileSystemEventHandler):
    """Sets an event when a file changes. Reading one, which some systems tell too, is no change."""

    def __init__(self, told: threading.Event) -> None:
        self._told = told

    def _tell(self, event: FileSystemEvent) -> None:
        self._told.set()

    on_created = on_modified = on_moved = on_deleted = _tell
