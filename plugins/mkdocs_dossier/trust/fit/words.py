"""Words made comparable: without accents, case or the apostrophes that join them."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s")
_APOSTROPHES = str.maketrans("’‘ʼ′`´", "''''''")
_ODD = re.compile(r"[’‘ʼ′`´]|[^\S ]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SHORT = 3
_KEPT = 4096
"""How many texts are remembered: the same passage is read for each fact that rests on it."""


class Token(NamedTuple):
    """A word as it is written, folded, and where it starts."""

    text: str
    folded: str
    start: int


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in lower case, without accents and ligatures."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(each for each in parts if not unicodedata.combining(each))


@lru_cache(maxsize=_KEPT)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of a text in order; an apostrophe or a hyphen parts two."""
    words = _WORD.finditer(text)
    return tuple(Token(each.group(), fold(each.group()), each.start()) for each in words)


@lru_cache(maxsize=4096)
def split_words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(fold(word) for word in _WORD.findall(text))


@lru_cache(maxsize=_KEPT)
def straighten(text: str) -> str:
    """The text with one sort of apostrophe and of space, as patterns expect it; same length."""
    if not _ODD.search(text):
        return text
    return _SPACE.sub(" ", text.translate(_APOSTROPHES))


@lru_cache(maxsize=4096)
def without_accents(text: str) -> str:
    """The text with bare letters and plain spaces; same length, same case."""
    return "".join(unicodedata.normalize("NFD", each)[0] for each in straighten(text))


def are_akin(one: str, other: str) -> bool:
    """Whether two folded words may be forms of one: they begin alike for most of their length."""
    if one == other:
        return True
    if one[: _SHORT + 1] != other[: _SHORT + 1]:
        return False
    shorter = min(len(one), len(other))
    if shorter <= _SHORT or one.isdigit() or other.isdigit():
        return False
    same = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return same >= max(_SHORT + 1, shorter - 2)


def is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a folded word, or another form of it, is among others."""
    return word in words or any(
        are_akin(word, each) for each in _by_beginning(words).get(word[: _SHORT + 1], ())
    )


@lru_cache(maxsize=256)
def _by_beginning(words: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[: _SHORT + 1], []).append(word)
    return found
