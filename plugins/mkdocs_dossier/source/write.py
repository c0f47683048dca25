"""Files out: each is written whole, or not at all."""

import contextlib
import glob
import os
import shutil
import stat
from pathlib import Path

_ATTEMPTS = 20


class Unwritable(Exception):
    """A file that cannot be written. `reason`: the system's words, empty where `key` says it."""

    def __init__(self, path: Path, key: str, reason: str = "") -> None:
        super().__init__(f"{path}: {reason or key}")
        self.path, self.key, self.reason = path, key, reason


def write_file(path: Path, content: bytes) -> None:
    """Replace the file's content, or make the file; its folder must be there.

    Whoever reads, even after a kill or a power cut, finds the old content or the new. What a kill
    leaves is hidden, and goes with the next call. Raises Unwritable, also for a link (what it
    leads to is somebody else's) and for what is not a file.
    """
    try:
        mode = path.lstat().st_mode if os.path.lexists(path) else None
        if mode is not None and stat.S_ISLNK(mode):
            raise Unwritable(path, "link")
        if mode is not None and not stat.S_ISREG(mode):
            raise Unwritable(path, "no-file")
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return _replace(path, content, mode)
            except FileNotFoundError:  # another process swept this one's temporary file away
                if attempt == _ATTEMPTS or not path.parent.is_dir():
                    raise
    except OSError as error:
        raise Unwritable(path, "failed", error.strerror or str(error)) from error


def move_folder(made: Path, path: Path) -> None:
    """Put a folder where none is, whole or not at all, from another disk too. Raises OSError."""
    sweep(path)
    staged = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        shutil.move(made, staged)
        staged.rename(path)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise


def sweep(path: Path) -> None:
    """Remove what a kill left beside a file or folder while it was written."""
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.tmp"):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink(missing_ok=True)


def _replace(path: Path, content: bytes, mode: int | None) -> None:
    """Write beside the file, then rename."""
    sweep(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:  # x: a new file, never one that a link leads to
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
