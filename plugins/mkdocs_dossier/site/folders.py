"""Folders that stay from one build to the next: what is not wanted goes, what is the same stays."""

import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.utils import write_file


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
    """Have a file hold this; one that does is left as it is. Raises OSError."""
    try:
        same = file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        same = False
    if not same:
        write_anew(content, file)


def write_anew(content: bytes, file: Path) -> None:
    """Write a file in place of one that may be there, of which others may hold a link."""
    file.unlink(missing_ok=True)
    write_file(content, str(file))
