"""What scraping leaves in the full text of an article: paths, menus, adverts, teasers of others.

Importing strips it; linking does not look into it.
"""

import importlib.resources
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import yaml

from mkdocs_dossier.links.folding import encode, fold

Kind = Literal["path", "page", "announcement", "teaser", "count", "tag"]

_SHORT = 120
_LINE = re.compile(r"[^\r\n]+")
_COUNT = re.compile(
    r"[\d\s.,kKM]{1,12}(?:partages?|commentaires?|réactions?|vues?|likes?)?|\(\w{2,3}\)"
)
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][\w-]*(?:\s[^<>\n]{0,200})?/?>|&(?:[a-z]{2,8}|#\d{1,6});")
_SENTENCE = re.compile(r"[.!?…][»\"”)\s]*$")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Ý][\w'’-]{2,}")
_PARTS = re.compile(r"\s*[|>›»/•·–—]\s*|\s+")


class Debris(NamedTuple):
    """A stretch of a text that is not the article, and what it is."""

    start: int
    end: int
    kind: Kind


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    plain: str

    @property
    def is_sentence(self) -> bool:
        return _SENTENCE.search(self.text) is not None and len(self.text.split()) > 5


def find_debris(text: str) -> list[Debris]:
    """The debris of a text, in order, without overlaps; offsets in code points."""
    lines = [
        _Line(found.start(), found.end(), found.group().strip(), _flatten(found.group()[:_SHORT]))
        for found in _LINE.finditer(text)
        if found.group().strip()
    ]
    found = list(_judge_lines(lines, text))
    covered = [(each.start, each.end) for each in found]
    for tag in _TAG.finditer(text) if "<" in text or "&" in text else ():
        if not any(start <= tag.start() < end for start, end in covered):
            found.append(Debris(tag.start(), tag.end(), "tag"))
    return sorted(found)


def _judge_lines(lines: list[_Line], text: str) -> Iterator[Debris]:
    index = 0
    while index < len(lines):
        line = lines[index]
        label = _announcement(line.plain)
        if label is not None:
            yield Debris(line.start, line.end, "announcement")
            after = index + 1
            if _is_bare(line, label):
                after = _end_of_teasers(lines, index, label)
                for teaser in lines[index + 1 : after]:
                    yield Debris(teaser.start, teaser.end, "teaser")
            index = after
            continue
        if _is_path(line.plain, first=index == 0, last=index == len(lines) - 1):
            yield Debris(line.start, line.end, "path")
        elif _COUNT.fullmatch(line.text):
            yield Debris(line.start, line.end, "count")
        elif _is_page(line):
            yield Debris(line.start, line.end, "page")
        index += 1


def _announcement(plain: str) -> str | None:
    """The words that announce other articles, where a line begins with them."""
    plain = plain.removeprefix("publicite ")
    found = _starting("announcements").match(plain)
    if found is None:
        return None
    label, rest = found[1], plain[found.end() :].strip()
    return label if not rest or rest[0] in "|:–—>" or label.endswith("aussi") else None


def _is_bare(line: _Line, label: str) -> bool:
    return line.plain.removeprefix("publicite ").strip(" :|") == label


def _end_of_teasers(lines: list[_Line], at: int, label: str) -> int:
    """The index of the line with which the article goes on after an announcement.

    Titles have no full stop. A sentence below a title is its blurb if it takes up the title's
    names and those were no subject of the article before.
    """
    if label in _list("endings"):
        return len(lines)
    before = " ".join(line.text for line in lines[:at])
    titles: set[str] = set()
    index = at + 1
    while index < len(lines):
        line = lines[index]
        inner = _announcement(line.plain)
        if inner in _list("endings") and _is_bare(line, inner):
            return len(lines)
        names = set(_CAPITALISED.findall(line.text))
        if line.is_sentence:
            fresh = {name for name in names if name not in before}
            if len(fresh & titles) < 2:
                break
        titles |= names
        index += 1
    return index


def _is_path(plain: str, first: bool, last: bool) -> bool:
    """Whether a line is made of a news site's sections alone (« Accueil Actu Monde »)."""
    if plain.partition(" ")[0] not in _list("sections"):
        return False
    parts = [part for part in _PARTS.split(plain) if part]
    if not parts or len(plain) == _SHORT or (len(parts) == 1 and not (first or last)):
        return False
    return all(part in _list("sections") for part in parts)


def _is_page(line: _Line) -> bool:
    if line.plain.strip(" :") in _list("page"):
        return True
    return _starting("calls").match(line.plain) is not None and len(line.text.split()) < 12


def _flatten(text: str) -> str:
    return " ".join(fold(encode(text)).decode("latin-1").split()).strip("•*_# ")


@cache
def _list(name: str) -> frozenset[str]:
    text = importlib.resources.files(__package__).joinpath("debris.yml").read_text("utf-8")
    lists = yaml.load(text, Loader=yaml.CBaseLoader)
    return frozenset(_flatten(entry) for entry in lists[name])


@cache
def _starting(name: str) -> re.Pattern[str]:
    longest_first = sorted(_list(name), key=lambda entry: (-len(entry), entry))
    return re.compile(rf"({'|'.join(map(re.escape, longest_first))})(?![\w'])")
