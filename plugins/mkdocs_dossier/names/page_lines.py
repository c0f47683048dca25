"""The lines of a scraped text, made comparable with the words by which debris is known."""

import re
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from babel import Locale

from mkdocs_dossier.languages import languages
from mkdocs_dossier.languages.words import DEBRIS, read_all_words, read_other_words, read_words
from mkdocs_dossier.names.folding import FOREIGN, FOREIGN_BYTE, encode, fold

Kind = Literal[
    "path",
    "page",
    "announcement",
    "teaser",
    "count",
    "tag",
    "byline",
    "credit",
    "published",
    "signature",
    "address",
    "sign",
]

_SHORT = 120
_STEM = 6
_LINE = re.compile(r"[^\r\n]+")
_LEADING = re.compile(r"^[^\w«\"“'‘(\[©@]+")
_SEPARATORS = str.maketrans(dict.fromkeys("–—›»•·>", "|"))
_SENTENCE = re.compile(r"[.!?…:。！？][»\"”’)\]\s]*$")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HOUR = re.compile(r"(?<!\d)\d{1,2}\s?[:h.]\s?\d\d(?!\d)")
_DATED = 60
_STOPS = (".", "…", ".»", ". »", ".”", '."', "。", "。”", "。」")
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Line(NamedTuple):
    """A line that holds something: its offsets, its text, and that without case and accents."""

    start: int
    end: int
    text: str
    plain: str

    @property
    def words(self) -> int:
        """How many words it has; two signs count for one where a script has no spaces."""
        return max(len(self.text.split()), len(_WIDE.findall(self.text)) // 2)

    @property
    def is_prose(self) -> bool:
        """Whether it may be a sentence of the article: it ends like one, or is long."""
        if self.words > 20:
            return True
        text = _ASIDE.sub("", self.text)
        long = self.words > 5 or (self.words < 3 and len(text) > 20)
        stops = self.words > 2 and text.endswith(
            (".", "…", ".»", ". »", ".”", '."', "。", "。”", "。」")
        )
        return stops or (long and _SENTENCE.search(text) is not None)


def split_lines(text: str) -> list[Line]:
    """The lines of a text without the empty ones."""
    lines = []
    for found in _LINE.finditer(text):
        if stripped := found.group().strip():
            start = text.index(stripped, found.start())
            end = start + len(stripped)
            lines.append(Line(start, end, stripped, flatten(stripped[:_SHORT])))
    return lines


def flatten(text: str) -> str:
    """A line without case, accents, what stands before its first word, and kinds of dashes."""
    text = _LEADING.sub("", text).translate(_SEPARATORS)
    data = encode(text)
    if FOREIGN_BYTE not in data:
        plain = fold(data).decode("latin-1")
    else:  # letters of other scripts stay as they are
        runs = groupby(zip(text, data, strict=True), lambda each: each[1] == FOREIGN)
        plain = "".join(
            "".join(char for char, _ in run).lower()
            if foreign
            else fold(bytes(byte for _, byte in run)).decode("latin-1")
            for foreign, run in runs
        )
    return " ".join(plain.split()).strip("*_# ")


@cache
def entries(name: str) -> frozenset[str]:
    """The list of this name in every language, flattened."""
    return frozenset(flatten(entry) for entry in read_all_words(DEBRIS)[name])


@cache
def starting(*names: str) -> re.Pattern[str]:
    """Finds an entry of the lists at the start of a flattened line; the longest one."""
    found = {entry for name in names for entry in entries(name)}
    longest_first = sorted(found, key=lambda entry: (-len(entry), entry))
    return re.compile(rf"({'|'.join(map(re.escape, longest_first))})(?!\w|'\w)")


def is_date_alone(plain: str) -> bool:
    """Whether a flattened line is a date, with its hour or without, and nothing else."""
    words = re.findall(r"[^\W\d_]+", plain)
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", plain) is not None
    others = [word for word in words if word not in _calendar_words()]
    # « Pékin, 12 avril 2024, 10:45 »: beside a day and an hour, a place
    most = 2 if _HOUR.search(plain) and len(plain) < _DATED else 0
    return year and len(re.findall(r"\d+", plain)) > 1 and len(others) <= most


@cache
def _calendar_words() -> frozenset[str]:
    words = {"am", "pm", "gmt", "utc", "bst", "est", "edt", "cet", "cest", "ist", "h"}
    for language in (*languages(), *read_other_words()):
        locale = Locale(language)
        for names in (locale.months["format"], locale.days["format"]):
            for width in ("wide", "abbreviated"):
                words.update(flatten(name).strip(".") for name in names[width].values())
        said = read_words(language, "reading") or read_other_words()[language]
        words.update(flatten(word) for word in said.get("at", []))
    return frozenset(words)


def stems(text: str) -> set[str]:
    """What tells of what a text speaks: the beginnings of its long words, and its names."""
    found = set()
    for word in _WORD.findall(text):
        bare = max(re.split("['’]", word), key=len)  # « l'amitié », "China's"
        plain = flatten(bare)
        telling = len(plain) > 4 or (bare[:1].isupper() and len(plain) > 2)
        if telling and plain not in _small_words():
            found.add(plain[:_STEM])
    return found


@cache
def _small_words() -> frozenset[str]:
    lists = (read_words(each, "reading").get("function", []) for each in languages())
    return frozenset(flatten(word) for words in lists for word in words)
