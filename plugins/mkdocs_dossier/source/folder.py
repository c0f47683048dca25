"""What lies in a folder to which strangers write: no link is followed, no pipe opened."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from mkdocs_dossier.model import limits
from mkdocs_dossier.source.tree import Fault

Kind = Literal["file", "folder", "link", "special", "deep", "unreadable"]


class Entry(NamedTuple):
    """Something in a folder. `path` is relative to it, with `/`; `bytes` the size of a file.

    A `folder` is one that holds nothing; a `deep` one, or an `unreadable` one, was not entered.
    """

    path: str
    kind: Kind
    bytes: int = 0

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]


def list_entries(folder: Path, skip: Callable[[str], bool] = lambda path: False) -> list[Entry]:
    """All that lies in the folder, by path; `skip` leaves out a path and what is below it.

    Nothing when there is no such folder.
    """
    return sorted(_walk(folder, skip), key=lambda entry: entry.path.split("/"))


def _walk(folder: Path, skip: Callable[[str], bool]) -> Iterator[Entry]:
    left = [("", 0)]
    while left:
        below, depth = left.pop()
        try:
            with os.scandir(folder / below) as found:
                entries = list(found)
        except OSError:
            if below:
                yield Entry(below, "unreadable")
            continue
        if below and not entries:
            yield Entry(below, "folder")
        for each in entries:
            path = f"{below}/{each.name}" if below else each.name
            if skip(path):
                continue
            if each.is_dir(follow_symlinks=False) and depth < limits.FOLDERS:
                left.append((path, depth + 1))
            else:
                yield _describe(path, each)


def _describe(path: str, found: os.DirEntry[str]) -> Entry:
    if found.is_symlink():
        return Entry(path, "link")
    if found.is_dir(follow_symlinks=False):
        return Entry(path, "deep")
    if not found.is_file(follow_symlinks=False):
        return Entry(path, "special")
    try:
        return Entry(path, "file", found.stat(follow_symlinks=False).st_size)
    except OSError:
        return Entry(path, "unreadable")


_REFUSED: dict[Kind, str] = {"link": "link", "special": "special", "unreadable": "unreadable"}


def why_refused(entry: Entry) -> Fault | None:
    """What is wrong with an entry whatever it is called; None for a file of fair size."""
    if entry.kind == "deep":
        return file_fault("file.deep", most=str(limits.FOLDERS))
    if entry.kind in _REFUSED:
        return file_fault(f"file.{_REFUSED[entry.kind]}")
    most = limits.FILE_BYTES if entry.name.lower().endswith(".md") else limits.PICTURE_BYTES
    if entry.bytes > most:
        return file_fault("file.large", most=str(most // 1_000_000))
    return None


def file_fault(key: str, **values: str) -> Fault:
    """A fault of a file as a whole."""
    return Fault((1, 1), "file", key, values)
