"""The files of a dossier: which there are, and their text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SECTIONS = ("actors", "events", "places", "topics", "articles")
MAX_BYTES = 5_000_000


@dataclass(frozen=True)
class SourceFile:
    """A file that should hold one record or article. `path` is relative to the dossier, with `/`."""

    section: str
    id: str
    path: str
    absolute: Path


def list_files(folder: Path) -> Iterator[SourceFile]:
    """All files of the sections, by name; hidden and backup files are not content."""
    for section in SECTIONS:
        ending = ".md" if section == "articles" else ".yml"
        base = folder / section
        if not base.is_dir():
            continue
        for file in sorted(base.rglob("*"), key=lambda each: each.as_posix()):
            name = file.name
            hidden = any(part.startswith(".") for part in file.relative_to(base).parts)
            if hidden or name.endswith("~") or file.is_dir():
                continue
            if name.endswith(ending):
                relative = file.relative_to(folder).as_posix()
                yield SourceFile(section, name[: -len(ending)], relative, file)


def list_strays(folder: Path) -> Iterator[tuple[str, str]]:
    """Files that look like content but would not be read, as (path, expected ending)."""
    for section in SECTIONS:
        ending = ".md" if section == "articles" else ".yml"
        for file in sorted((folder / section).glob("**/*")):
            known = file.name.endswith(ending) or file.name.startswith(".") or file.is_dir()
            if not known and file.suffix.lower() in {
                ".yaml",
                ".yml",
                ".md",
                ".markdown",
                ".txt",
                ".json",
            }:
                yield file.relative_to(folder).as_posix(), ending


class Unreadable(Exception):
    """A file whose text cannot be had; `key` is the message, `line` and `column` where."""

    def __init__(self, key: str, line: int = 1, column: int = 1) -> None:
        super().__init__(key)
        self.key = key
        self.position = (line, column)


def read_text(file: Path, inside: Path) -> str:
    """The decoded text, without its byte order mark; line ends as they are.

    Raises Unreadable for a file outside the dossier (a link), too large, or not UTF-8.
    """
    if not file.resolve().is_relative_to(inside.resolve()):
        raise Unreadable("file.outside")
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Unreadable("file.large")
        raw = file.read_bytes()
    except OSError:
        raise Unreadable("file.unreadable") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        raise Unreadable("file.encoding", line, len(before) - before.rfind("\n")) from None
