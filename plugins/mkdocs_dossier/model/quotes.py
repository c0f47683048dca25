"""Finding a quote in a text, whatever the typography of either."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz import fuzz

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS = re.compile(
    rf"[\s{_INVISIBLE}]*[«»“”„‟\"❝❞〝〞『』「」][\s{_INVISIBLE}]*"  # with what pads them
    rf"|(?P<padding>[\s{_INVISIBLE}]+(?=[:;!?]))"  # the space of French before a sign
    rf"|[\s{_INVISIBLE}]+"
    r"|[^\x00-\x7f][\u0300-\u036f\u3099\u309a]*|[A-Za-z][\u0300-\u036f]+|[`´]"
)
_ODD = re.compile(
    rf"[\s{_INVISIBLE}«»“”„‟\"❝❞〝〞『』「」`´\x80-\U0010ffff]"
    rf"(?<! (?=[^\s{_INVISIBLE}«»“”„‟\"❝❞〝〞『』「」:;!?]))"  # a space between words
    r"(?<![À-ÖØ-öø-ÿŒœ](?![\u0300-\u036f\u3099\u309a]))"
)
"""What a sign begins with, or a mark above its letter; what is most frequent, and stays as it is,
is none. Far faster than to try for a sign at each place.
"""
_MARKS = frozenset('«»“”„‟"❝❞〝〞『』「」')
_SAME = dict.fromkeys("’‘ʼʹ′‛`´＇", "'") | dict.fromkeys("‐‑‒–—―−﹣－", "-")
_CUT = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)")
_WORD = re.compile(r"\w")
_LETTER = re.compile(r"[A-Za-z]")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_EDGE = re.compile(r'[ "\u2e80-\u9fff\uf900-\ufaff]')
_ALIKE = 50


def _find_signs(text: str) -> Iterator[re.Match[str]]:
    """The signs of a text, in order, but those that stay as they are."""
    at = 0
    while odd := _ODD.search(text, at):
        start = odd.start()
        if at < start and "\u0300" <= text[start] <= "\u036f" and _LETTER.match(text, start - 1):
            start -= 1
        sign = _SIGNS.match(text, start)
        assert sign  # what is found is at least a sign by itself
        yield sign
        at = sign.end()


def _replace(found: re.Match[str]) -> str:
    return "" if found["padding"] else _fold_sign(found.group())


@lru_cache(maxsize=4096)
def _fold_sign(sign: str) -> str:
    bare = sign.strip().strip(_INVISIBLE).strip()
    if not bare:
        return " " if sign.strip(_INVISIBLE) else ""
    if bare in _MARKS:
        return '"'
    return _SAME.get(sign) or unicodedata.normalize("NFKC", sign)


class _Piece(NamedTuple):
    """A part of a folded text, and the part of the text for which it stands."""

    folded_start: int
    folded_end: int
    start: int
    end: int


_start_of = attrgetter("folded_start")


class FoldedText:
    """A text made comparable: white space, quotation marks, apostrophes, dashes, Unicode form.

    Letters, their case and accents stay. Spans are of `text` and count code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self._pieces = _fold(text)

    def find(self, quote: str) -> list[tuple[int, int]]:
        """The spans of `folded` where the quote stands: one for each part between its cuts.

        Empty when it does not stand there, in whole words and in that order.
        """
        spans: list[tuple[int, int]] = []
        for part in split_quote(quote):
            span = self._find_words(part, spans[-1][1] if spans else 0)
            if span is None:
                return []
            spans.append(span)
        return spans

    def find_original(self, quote: str) -> list[tuple[int, int]]:
        """The same as spans of the text as it was written."""
        return [self.original(span) for span in self.find(quote)]

    def nearest(self, quote: str) -> str:
        """The passage most like the quote, in whole words; empty when none is like it."""
        wanted = max(split_quote(quote), key=len, default="")
        best = fuzz.partial_ratio_alignment(wanted, self.folded, score_cutoff=_ALIKE)
        if best is None or not wanted or best.dest_end <= best.dest_start:
            return ""
        start, end = best.dest_start, best.dest_end
        while start < end and _EDGE.match(self.folded[start]):
            start += 1
        while end > start and _EDGE.match(self.folded[end - 1]):
            end -= 1
        while start and not _EDGE.match(self.folded[start - 1]):
            start -= 1
        while end < len(self.folded) and not _EDGE.match(self.folded[end]):
            end += 1
        start, end = self.original((start, end))
        return " ".join(self.text[start:end].split()).strip('«»“”" ,;:')

    def original(self, span: tuple[int, int]) -> tuple[int, int]:
        """A span of `folded` as a span of `text`."""
        start, end = span
        return self._trace(start), self._trace(end - 1) + 1 if end > start else start

    def _trace(self, at: int) -> int:
        """The offset in `text` of what a character of `folded` stands for."""
        number = bisect_right(self._pieces, at, key=_start_of)
        if not number:
            return at
        piece = self._pieces[number - 1]
        return piece.start if at < piece.folded_end else piece.end + at - piece.folded_end

    def _find_words(self, part: str, start: int) -> tuple[int, int] | None:
        while (at := self.folded.find(part, start)) >= 0:
            end = at + len(part)
            if not _joins(self.folded, at) and not _joins(self.folded, end):
                return at, end
            start = at + 1
        return None


@lru_cache(maxsize=4096)
def fold_text(text: str) -> FoldedText:
    """A text made comparable; the same paragraph is looked into for each fact that rests on it."""
    return FoldedText(text)


def fold(text: str) -> str:
    """The text with one way to write each sign."""
    return _fold(text)[0]


@lru_cache(maxsize=4096)
def _fold(text: str) -> tuple[str, list[_Piece]]:
    """The same, and the pieces of it that do not stand for one character each; a preview asks
    again for texts that stay.
    """
    parts: list[str] = []
    pieces: list[_Piece] = []
    last = length = 0
    for sign in _find_signs(text):
        start, end = sign.span()
        new = _replace(sign)
        parts += (text[last:start], new)
        length += start - last
        if not end - start == len(new) == 1:
            pieces.append(_Piece(length, length + len(new), start, end))
        length += len(new)
        last = end
    return "".join((*parts, text[last:])), pieces


@lru_cache(maxsize=2**15)
def fold_quote(quote: str) -> str:
    """The same of a quote, which is at most a few lines long: each is looked for many times."""
    return fold(quote)


@lru_cache(maxsize=4096)
def split_quote(quote: str) -> tuple[str, ...]:
    """The folded parts of a quote between its cuts (`[…]`, `(…)`, with dots too)."""
    parts = (fold(part).strip() for part in _CUT.split(quote))
    return tuple(part for part in parts if _WORD.search(part))


def count_words(text: str) -> int:
    """How many words, an elided one counting with the next (`l'amitié` is one)."""
    return sum(1 for _ in filter(_WORD.search, _CUT.sub(" ", text).split()))


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on from the character before `at` to the one at it."""
    if not 0 < at < len(text):
        return False
    pair = text[at - 1 : at + 1]
    if " " in pair:
        return False
    return all(map(_WORD.match, pair)) and not _UNSPACED.search(pair)
