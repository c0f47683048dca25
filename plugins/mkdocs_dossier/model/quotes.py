"""Finding a quote in a text, whatever the typography of either."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS = re.compile(
    rf"[\s{_INVISIBLE}]*[«»“”„‟\"❝❞〝〞『』「」][\s{_INVISIBLE}]*"  # with what pads them
    rf"|(?P<padding>[\s{_INVISIBLE}]+(?=[:;!?]))"  # the space of French before a sign
    rf"|[\s{_INVISIBLE}]+"
    r"|[^\x00-\x7f][\u0300-\u036f\u3099\u309a]*|[A-Za-z][\u0300-\u036f]+|[`´]"
)
_MARKS = frozenset('«»“”„‟"❝❞〝〞『』「」')
_SAME = dict.fromkeys("’‘ʼʹ′‛`´＇", "'") | dict.fromkeys("‐‑‒–—―−﹣－", "-")
_CUT = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)")
_WORD = re.compile(r"\w")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_EDGE = re.compile(r'[ "\u2e80-\u9fff\uf900-\ufaff]')
_ALIKE = 50


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


class FoldedText:
    """A text made comparable: white space, quotation marks, apostrophes, dashes, Unicode form.

    Letters, their case and accents stay. Spans are of `text` and count code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self._offsets: list[int] | None = None

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
        if self._offsets is None:
            self._offsets = list(_trace(self.text))
        start, end = span
        return self._offsets[start], self._offsets[end - 1] + 1 if end > start else start

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


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text with one way to write each sign; a preview asks again for texts that stay."""
    return _SIGNS.sub(_replace, text)


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
    return sum(bool(_WORD.search(word)) for word in _CUT.sub(" ", text).split())


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on from the character before `at` to the one at it."""
    if not 0 < at < len(text):
        return False
    pair = text[at - 1 : at + 1]
    return all(map(_WORD.match, pair)) and not _UNSPACED.search(pair)


def _trace(text: str) -> list[int]:
    """For each character of the folded text, the offset in `text` of what it stands for."""
    offsets: list[int] = []
    last = 0
    for found in _SIGNS.finditer(text):
        offsets += range(last, found.start())
        offsets += [found.start()] * len(_replace(found))
        last = found.end()
    return [*offsets, *range(last, len(text))]
