"""Folders that stay from one build to the next: what is not wanted goes, what is the same stays."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path


def prune(folder: Path, is_wanted: Callable[[str], bool]) -> None:
    """Leave nothing in a folder but files that are wanted, by their paths in it, and their folders.

    A link is no file. Raises OSError for what may not be removed.
    """
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        _prune(str(folder), "", is_wanted)


def _prune(folder: str, path: str, is_wanted: Callable[[str], bool]) -> bool:
    """The same; whether something is left."""
    left = False
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if _prune(entry.path, f"{path}{entry.name}/", is_wanted):
                left = True
            else:
                os.rmdir(entry.path)  # noqa: PTH106 - thousands of them
        elif entry.is_file(follow_symlinks=False) and is_wanted(f"{path}{entry.name}"):
            left = True
        else:
            os.unlink(entry.path)  # noqa: PTH108
    return left


def put(content: bytes, file: Path) -> None:
    """Have a file hold this; the rest as of `put_parts`."""
    put_parts(lambda: [content], len(content), file)


def put_parts(make: Callable[[], Iterable[bytes]], size: int, file: Path) -> None:
    """Have a file hold the parts that `make` gives, `size` bytes; one that does is left as it is,
    another is not written into: others may hold a link to it. Raises OSError.
    """
    status = look_at(file)
    if not (status and status.st_size == size and _holds(file, make())):
        file.unlink(missing_ok=True)
        write(make(), file)


def _holds(file: Path, parts: Iterable[bytes]) -> bool:
    """Whether a file begins with these."""
    with file.open("rb") as there:
        return all(there.read(len(part)) == part for part in parts)


def write(parts: Iterable[bytes], file: Path) -> None:
    """Make a file of its parts, of which one at a time need be in memory. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as written:
        written.writelines(parts)


def look_at(file: Path) -> os.stat_result | None:
    """The state of a file that can be read, itself and not a link."""
    with contextlib.suppress(OSError):
        status = file.lstat()
        if stat.S_ISREG(status.st_mode) and os.access(file, os.R_OK):
            return status
    return None
