"""The files of a dossier: which there are, and their text."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.model.sections import SECTIONS, Section

MAX_BYTES = 5_000_000
_TEXT_ENDINGS = frozenset({".yaml", ".yml", ".md", ".markdown"})


@dataclass(frozen=True)
class SourceFile:
    """A file that should hold a record or article. `path` is relative to the dossier, with `/`."""

    section: Section
    id: str
    path: str


@dataclass(frozen=True)
class Stray:
    """A file that looks like content and would not be read, because its name ends otherwise."""

    id: str
    path: str
    ending: str


def list_files(folder: Path) -> list[SourceFile]:
    """All files of the sections, by name; hidden and backup files are not content."""
    return [
        SourceFile(section, name.removesuffix(section.ending), path)
        for section, name, path in _walk(folder)
        if name.endswith(section.ending)
    ]


def list_strays(folder: Path) -> list[Stray]:
    """Text files in the sections whose name has another ending; a README is meant for people."""
    return [
        Stray(stem, path, section.ending)
        for section, name, path in _walk(folder)
        for stem, suffix in [os.path.splitext(name)]  # noqa: PTH122 - a name, not a path
        if not name.endswith(section.ending)
        and suffix.lower() in _TEXT_ENDINGS
        and stem.lower() != "readme"
    ]


def _walk(folder: Path) -> Iterator[tuple[Section, str, str]]:
    """Section, name and path of every visible file. Linked folders are not entered."""
    for section in SECTIONS:
        ending = section.ending
        for where, folders, names in os.walk(folder / section.folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = Path(where).relative_to(folder).as_posix()
            misnamed = [name for name in folders if name.endswith(ending)]
            for name in sorted([*names, *misnamed]):
                if not name.startswith(".") and not name.endswith("~"):
                    yield section, name, f"{below}/{name}"


class Unreadable(Exception):
    """A file whose text cannot be had; `key` is the message, `line` and `column` where."""

    def __init__(self, key: str, line: int = 1, column: int = 1) -> None:
        super().__init__(key)
        self.key = key
        self.position = (line, column)


def is_inside(folder: Path, path: str) -> bool:
    """Whether a relative path names a file inside the folder, links followed."""
    try:
        file = (folder / path).resolve()
        return (
            not Path(path).is_absolute()
            and file.is_relative_to(folder.resolve())
            and file.is_file()
        )
    except (OSError, ValueError, RuntimeError):
        return False


def read_text(file: Path, inside: Path) -> str:
    """The decoded text, without its byte order mark; line ends as they are.

    Raises Unreadable for a file outside the dossier (a link), no file, too large, or not UTF-8.
    """
    try:
        if not file.resolve().is_relative_to(inside.resolve()):
            raise Unreadable("file.outside")
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("file.no-file")
        if status.st_size > MAX_BYTES:
            raise Unreadable("file.large")
        raw = file.read_bytes()
    except (OSError, RuntimeError):
        raise Unreadable("file.unreadable") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start + (3 if raw.startswith(b"\xef\xbb\xbf") else 0)
        before = (
            raw[:start].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        )
        raise Unreadable(
            "file.encoding", before.count("\n") + 1, len(before) - before.rfind("\n")
        ) from None
