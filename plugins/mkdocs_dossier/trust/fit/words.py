"""Words made comparable: without accents, case or the apostrophes that join them."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s")
_APOSTROPHES = str.maketrans("’‘ʼ′`´", "''''''")
_ODD = re.compile(r"[’‘ʼ′`´]|[^\S ]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SHORT = 3
_KEPT = 4096
"""How many texts are remembered: the same passage is read for each fact that rests on it."""
_WORDS_KEPT = 65536


class Token(NamedTuple):
    """A word as it is written, folded, and where it starts."""

    text: str
    folded: str
    start: int


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in lower case, without accents and ligatures."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(each for each in parts if not unicodedata.combining(each))


class _FoldedWords(dict[str, str]):
    """Words folded before: a text has few new ones."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        found = self[word] = fold(word)
        return found


_fold_word = _FoldedWords().__getitem__


@lru_cache(maxsize=_KEPT)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of a text in order; an apostrophe or a hyphen parts two."""
    found = [(each.group(), each.start()) for each in _WORD.finditer(text)]
    return tuple(Token(word, _fold_word(word), start) for word, start in found)


@lru_cache(maxsize=_KEPT)
def split_words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(map(_fold_word, _WORD.findall(text)))


def next_words(text: str, start: int, count: int) -> tuple[str, ...]:
    """The folded words of a text from somewhere on, so many at most."""
    found = islice(_WORD.finditer(text, start), count)
    return tuple(_fold_word(each.group()) for each in found)


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


class Words:
    """Folded words, in which others are looked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self.all = frozenset(words)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.all)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(each[: _SHORT + 1] for each in self.all)

    @cached_property
    def joined(self) -> str:
        """All with a space before each, so that ` stem` finds those that begin with it."""
        return f" {' '.join(self.all)}"

    def hold(self, word: str) -> bool:
        """Whether a folded word, or another form of it, is among them."""
        if word in self.all:
            return True
        beginning = word[: _SHORT + 1]
        if beginning not in self._beginnings:
            return False
        for at in range(bisect_left(self._sorted, beginning), len(self._sorted)):
            each = self._sorted[at]
            if not each.startswith(beginning):
                break
            if are_akin(word, each):
                return True
        return False


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> Words:
    """The folded words of a text, to look for others in them."""
    return Words(split_words(text))


def is_among(word: str, texts: Sequence[Words]) -> bool:
    """Whether a folded word, or another form of it, is in one of some texts."""
    return are_among((word,), texts)


def are_among(words: Iterable[str], texts: Sequence[Words]) -> bool:
    """Whether each of some folded words is in one of some texts."""
    for word in words:
        for each in texts:
            if each.hold(word):
                break
        else:
            return False
    return True
