"""The folder that a build writes: one build at a time, and a word when it cannot be written."""

import contextlib
import os
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_dossier.languages import Texts

try:
    import fcntl
except ImportError:  # Windows: two builds at once are left to the curator's care
    fcntl = None  # type: ignore[assignment]

log = get_plugin_logger("dossier")


class SiteFolder:
    """Claims a folder, for as long as the process lives or until `release`."""

    def __init__(self, folder: Path, say: Texts) -> None:
        """Make the folder, and wait while another build writes it.

        Raises PluginError, shown by MkDocs as one line, where nothing can be written in it.
        """
        self._lock = -1
        try:
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

    def release(self) -> None:
        """Let the next build in."""
        if self._lock >= 0:
            with contextlib.suppress(OSError):
                os.close(self._lock)
            self._lock = -1


def describe(error: OSError, folder: Path, say: Texts, key: str) -> str:
    """A fault of the system in one line: where, what it says, what to do."""
    path = error.filename2 or error.filename or folder
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    return say(f"fault.{key}", path=path, reason=error.strerror or str(error))
