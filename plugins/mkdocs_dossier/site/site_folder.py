"""The folder that a build writes: one build at a time, and only the files that have changed."""

import contextlib
import os
import shutil
from collections.abc import Callable, Collection, Container, Iterable
from functools import partial
from pathlib import Path

import orjson
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.folders import look_at, prune, put, put_parts
from mkdocs_dossier.site.make import WORTH
from mkdocs_dossier.site.pages import HandedFiles, JoinedFile, LaterFile, read_file

try:
    import fcntl
except ImportError:  # Windows: two builds at once are left to the curator's care
    fcntl = None  # type: ignore[assignment]

log = get_plugin_logger("dossier")

_BEFORE = ".dossier-before-"  # hidden: MkDocs neither cleans nor publishes it

State = tuple[str, int, int, int]
"""Of a page that was written: a digest of what it was made from; its file's size and times (ns)."""
Write = Callable[[], dict[str, State]]
"""Writes files; gives the states of the pages among them by their paths."""
Begin = Callable[[Write], Write]
"""Begins a job in a process beside this one; gives what waits until it is done."""
_NAME = "written"


class SiteFolder:
    """Claims a folder, for as long as the process lives or until `close`."""

    def __init__(self, folder: Path, say: Texts) -> None:
        """Make the folder, and wait while another build writes it.

        Raises PluginError, shown by MkDocs as one line, where nothing can be written in it.
        """
        self._lock = -1
        self._folder, self._new = folder, False
        self._before = folder / f"{_BEFORE}{os.getpid()}"
        self._aside = False
        self._then, self._now = dict[str, State](), dict[str, State]()
        try:
            self._new = not folder.exists()
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK | os.X_OK):
                raise PermissionError(13, os.strerror(13), str(folder))
            if fcntl is not None:
                # The folder itself is locked, so that no file for it is left or published; the
                # system lets go of it however the process ends.
                self._lock = os.open(folder, os.O_RDONLY)
                self._wait(folder, say)
        except OSError as error:
            raise PluginError(describe(error, folder, say, "unwritable")) from None

    def _wait(self, folder: Path, say: Texts) -> None:
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            log.info(say("fault.waiting", folder=folder.as_posix()))
            fcntl.flock(self._lock, fcntl.LOCK_EX)

    def set_aside(self, kept: Kept) -> None:
        """Keep what the last build left from being swept away: what is the same comes back."""
        left = kept.last(_NAME, None)
        self._then = {path: tuple(state) for path, state in orjson.loads(left or b"{}").items()}
        for leftover in self._folder.glob(f"{_BEFORE}*"):  # of a build that was killed
            shutil.rmtree(leftover, ignore_errors=True)
        with contextlib.suppress(OSError):  # whatever stays is swept away and written again
            self._before.mkdir()
            self._aside = True
            for entry in list(self._folder.iterdir()):
                if not entry.name.startswith("."):
                    entry.rename(self._before / entry.name)

    def take(self, files: Files, begin: Begin, *, spared: Collection[str] = ()) -> Files:
        """The files of a site; only those are written that differ from what is set aside.

        `begin` lets joined pages be written beside the other files; what is in the `spared` folders
        of the site stays until its owner settles it.
        """
        put = partial(self._put_all, begin, spared)
        return HandedFiles(files, put) if self._aside else files

    def _put_all(self, begin: Begin, spared: Collection[str], files: list[File]) -> None:
        self._bring_back({file.dest_uri for file in files}, spared)
        joined = [each for each in files if isinstance(each, JoinedFile)]
        beside = joined[: len(joined) * 2 // 3] if len(joined) >= WORTH else []
        wait = begin(partial(self._put_each, beside)) if beside else None
        known = {id(each) for each in beside}
        self._now = self._put_each(each for each in files if id(each) not in known)
        if wait:
            self._now |= wait()

    def _bring_back(self, wanted: Container[str], spared: Collection[str]) -> None:
        """Put back what is wanted of what was set aside: whole folders, without what is not."""
        prune(self._before, lambda path: path in wanted or path.partition("/")[0] in spared)
        for entry in list(self._before.iterdir()):
            target = self._folder / entry.name
            if not os.path.lexists(target):  # else another plugin writes there
                entry.rename(target)

    @property
    def has_left(self) -> bool:
        """Whether a page may stand as the last build wrote it."""
        return any(state[0] == self._then.get(path, ("",))[0] for path, state in self._now.items())

    def _put_each(self, files: Iterable[File]) -> dict[str, State]:
        found = {}
        for file in files:
            made_from = file.describe(file.page) if isinstance(file, JoinedFile) else ""
            self._put(file, made_from)
            if made_from:
                found[file.dest_uri] = _say_state(made_from, (self._folder / file.dest_uri).lstat())
        return found

    def _put(self, file: File, made_from: str) -> None:
        """Have a file in the site: the one that is there, if it is the same."""
        target = self._folder / file.dest_uri
        status = look_at(target)
        if not status or _say_state(made_from, status) != self._then.get(file.dest_uri):
            if isinstance(file, LaterFile):
                put_parts(lambda: file.make() or (), file.size, target)
            else:
                put(read_file(file), target)

    def sweep(self, kept: Kept) -> None:
        """Remove what was set aside and is no more. Raises OSError for what may not be removed."""
        if self._now != self._then:
            kept.put_last(_NAME, None, orjson.dumps(self._now))
        try:
            shutil.rmtree(self._before, ignore_errors=not self._aside)
        except OSError as error:  # it names no folder
            left = next((path for path in self._before.rglob("*") if path.is_file()), self._before)
            raise OSError(error.errno, error.strerror, str(left)) from None
        self._aside = False

    def close(self) -> None:
        """Let the next build in; of a build that wrote nothing, nothing is left."""
        shutil.rmtree(self._before, ignore_errors=True)
        if self._new:
            with contextlib.suppress(OSError):  # something is in it
                self._folder.rmdir()
        if self._lock >= 0:
            with contextlib.suppress(OSError):
                os.close(self._lock)
            self._lock = -1


def _say_state(made_from: str, status: os.stat_result) -> State:
    return made_from, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def describe(error: OSError, folder: Path, say: Texts, key: str) -> str:
    """A fault of the system in one line: where, what it says, what to do."""
    path = error.filename2 or error.filename or folder
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    return say(f"fault.{key}", path=path, reason=error.strerror or str(error))
