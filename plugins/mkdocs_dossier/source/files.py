"""The files of a dossier: which there are, what else lies among them, and their text."""

import codecs
import os
import re
import stat
from dataclasses import dataclass
from functools import cache
from io import FileIO
from pathlib import Path, PurePosixPath

from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.dossier import ADDRESSES_FILE, SETTINGS_FILE, VOCABULARY_FILE
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.records import PICTURE_ENDINGS
from mkdocs_dossier.model.sections import SECTIONS, Section
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.model.verification import VERIFIED_FILE
from mkdocs_dossier.source.folder import Entry, file_fault, list_entries, why_refused
from mkdocs_dossier.source.pictures import judge_picture
from mkdocs_dossier.source.tree import Fault

FULL_TEXTS = "fulltext"
_FOLDERS = {section.folder: section for section in SECTIONS}
_FILES = (SETTINGS_FILE, VOCABULARY_FILE, ADDRESSES_FILE, VERIFIED_FILE, "map.geojson", "style.csl")
_LARGE = {
    ADDRESSES_FILE: limits.LIST_BYTES,
    VERIFIED_FILE: limits.LIST_BYTES,
    "map.geojson": limits.MAP_BYTES,
    "style.csl": limits.STYLE_BYTES,
}
_FAIR = min(limits.FILE_BYTES, *_LARGE.values())
"""So many bytes are too many for no file, whatever it is called."""
_TEXT_SHARE = 8
# What editors and systems leave behind.
_LEFT = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:orig|rej|bak|swp|tmp)|thumbs\.db|desktop\.ini",
    re.IGNORECASE | re.DOTALL,
)
_TEXT = re.compile(r"\.(?:ya?ml|md|markdown|txt)\b", re.IGNORECASE)
_FOR_PEOPLE = re.compile(r"(?:readme|license|licence|copying)(?:\.(?:md|txt|rst))?", re.IGNORECASE)


@dataclass(frozen=True)
class SourceFile:
    """A file that should hold a record or article. `path` is relative to the dossier, with `/`;
    `bytes`: how many of them, about, are YAML, which takes the most time to read.
    """

    section: Section
    id: str
    path: str
    bytes: int = 0


@dataclass(frozen=True)
class Stray:
    """What would be ignored in silence: the id that somebody meant, and why it is not read."""

    id: str
    path: str
    fault: Fault


@dataclass(frozen=True)
class Listing:
    """What a dossier's folder holds; each list is in order of paths."""

    files: list[SourceFile]
    strays: list[Stray]
    pictures: frozenset[str]


def list_files(folder: Path) -> Listing:
    """Sort all that lies in the folder. Private full texts are left alone."""
    files: list[SourceFile] = []
    strays: list[Stray] = []
    pictures: set[str] = set()
    for entry in list_entries(folder, _is_left_alone):
        below, inside, _ = entry.path.partition("/")
        section = _FOLDERS.get(below) if inside else None
        ending = section.ending if section else ""
        if entry.path in _FILES:
            continue  # read, and judged, on its own
        name = entry.name
        if section and name.endswith(ending) and name != "README.md":
            size = entry.bytes if ending == ".yml" else entry.bytes // _TEXT_SHARE
            id = name.removesuffix(ending)
            files.append(SourceFile(section, id, entry.path, size))
        elif entry.kind == "file" and PurePosixPath(name).suffix.lower() in PICTURE_ENDINGS:
            pictures.add(entry.path)
            if fault := why_refused(entry) or judge_picture(folder / entry.path):
                strays.append(Stray("", entry.path, fault))
        elif entry.kind != "folder" and not _FOR_PEOPLE.fullmatch(name):
            id = name.partition(".")[0]
            strays.append(Stray(id, entry.path, _judge(entry, section)))
    files.sort(key=lambda file: SECTIONS.index(file.section))
    return Listing(files, strays, frozenset(pictures))


def _is_left_alone(path: str) -> bool:
    return path == FULL_TEXTS or _LEFT.fullmatch(path.rpartition("/")[2]) is not None


def _judge(entry: Entry, section: Section | None) -> Fault:
    """Why something that lies in a dossier is no part of it."""
    if entry.kind != "file":
        return why_refused(entry) or file_fault("file.unreadable")
    if section:
        return file_fault("file.ignored", ending=section.ending)
    if not _TEXT.search(entry.name):
        return file_fault("file.ending", endings=", ".join(PICTURE_ENDINGS))
    folder, inside, _ = entry.path.partition("/")
    known = ", ".join(f"{folder}/" for folder in _FOLDERS)
    if not inside:
        return file_fault("file.place", known=known)
    close = _section_words().get(slugify(folder)) or nearest(folder, _FOLDERS)
    return file_fault("file.folder", found=folder, known=known, nearest=close)


@cache
def _section_words() -> dict[str, str]:
    """The folders by what a section is called in the addresses of each language."""
    return {
        texts(language)(f"address.{folder}"): folder
        for language in languages()
        for folder in _FOLDERS
    }


class Unreadable(Exception):
    """A file whose text cannot be had; `key` is the message, `line` and `column` where."""

    def __init__(self, key: str, line: int = 1, column: int = 1, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.position = (line, column)
        self.values = values


def read_text(file: Path | str) -> str:
    """The decoded text, without its byte order mark; line ends as they are.

    Raises Unreadable for what is no file (a link, a pipe), too large, or not UTF-8.
    """
    try:
        status = os.lstat(file)
        if stat.S_ISLNK(status.st_mode):
            raise Unreadable("file.link")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("file.no-file")
        most = _LARGE.get(Path(file).name, limits.FILE_BYTES) if status.st_size > _FAIR else _FAIR
        if status.st_size > most:
            raise Unreadable("file.large", most=str(most // 1_000_000))
        with FileIO(file) as opened:  # a tenth of the time of a Path's `read_bytes`
            raw = opened.readall()
    except (OSError, ValueError):
        raise Unreadable("file.unreadable") from None
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        start = error.start + (3 if raw.startswith(codecs.BOM_UTF8) else 0)
        before = (
            raw[:start].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        )
        raise Unreadable(
            "file.encoding", before.count("\n") + 1, len(before) - before.rfind("\n")
        ) from None
