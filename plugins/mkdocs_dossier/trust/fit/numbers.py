"""The numbers that a text names, in digits or in words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_dossier.trust.fit.grammar import Grammar
from mkdocs_dossier.trust.fit.words import Token, split_words, straighten, tokenise

_DIGITS = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:[ .,]\d{3})+(?![\d])|\d+(?:[.,]\d+)?)"
    r"(?P<suffix>e|er|re|ère|ème|es|th|st|nd|rd|s)?(?!\w)"
)
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(r"\d{1,3}(?:[ .,]\d{3})+")
_GAP = 3  # characters between two words of one number
Span = tuple[int, int]


class Number(NamedTuple):
    """A value, and the words that say it. `pair`: « les deux », which points to what was named."""

    value: float
    words: str
    start: int
    pair: bool = False


def find_numbers(text: str, grammar: Grammar, masks: Sequence[Span] = ()) -> list[Number]:
    """The numbers in a text outside `masks`, in order; « un » alone is none."""
    flat = straighten(text)
    for start, end in masks:
        flat = flat[:start] + "\n" * (end - start) + flat[end:]
    found = [*_in_digits(flat, grammar), *_in_words(flat, grammar)]
    return sorted(found, key=lambda each: each.start)


def _in_digits(text: str, grammar: Grammar) -> Iterator[Number]:
    if not _DIGIT.search(text):
        return
    for match in _DIGITS.finditer(text):
        written = match["number"]
        if _GROUPED.fullmatch(written):
            value = float(re.sub(r"[ .,]", "", written))
        else:
            value = float(written.replace(",", "."))
        following = tokenise(text[match.end() : match.end() + 20])[:1]
        if following and following[0].start <= 1:
            value *= grammar.scales.get(following[0].folded, 1)
        yield Number(value, match.group(), match.start())


def _in_words(text: str, grammar: Grammar) -> Iterator[Number]:
    if _list_words(grammar).isdisjoint(split_words(text)):
        return
    tokens = tokenise(text)
    at = 0
    while at < len(tokens):
        end, value = _read(tokens, at, grammar)
        if end == at:
            at += 1
            continue
        last = tokens[end - 1]
        words = text[tokens[at].start : last.start + len(last.text)]
        before = tokens[at - 1].folded if at else ""
        pair = value == 2 and before in grammar.definite and last.folded not in grammar.ordinals
        if at == 0 or not tokens[at - 1].text[-1:].isdigit():
            yield Number(float(value), words, tokens[at].start, pair)
        at = end


@lru_cache
def _list_words(grammar: Grammar) -> frozenset[str]:
    """The words with which a number may begin."""
    return frozenset((*grammar.numbers, *grammar.scales))


def _read(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[int, int]:
    """Where the number that starts at a word ends, and its value; `at` itself where there is none.

    A number goes on while the next word is smaller than the place it takes (sixty-five), or
    multiplies what came before (four hundred).
    """
    total, current, end = 0, 0, at
    here = at
    while here < len(tokens):
        token = tokens[here]
        if end > at and token.start - _end(tokens[here - 1]) > _GAP:
            break
        if token.folded in grammar.scales:
            scale = grammar.scales[token.folded]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif (value := grammar.numbers.get(token.folded)) is not None:
            if end == at or (current == 0 and total):
                current = value
            elif current % 100 == 4 and value == 20:  # quatre-vingts
                current += 76
            elif _has_room(current, value):
                current += value
            else:
                break
        elif token.folded in grammar.one and end > at and _has_room(current, 1):
            current += 1
        elif token.folded in grammar.of and end > at and _is_scale(tokens, here + 1, grammar):
            here += 1  # « une quarantaine de millions »
            continue
        elif (
            token.folded in grammar.joins and end > at and _goes_on(tokens, here, current, grammar)
        ):
            here += 1
            continue
        else:
            break
        here += 1
        end = here
        if token.folded in grammar.ordinals:
            break
    return end, total + current


def _is_scale(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    return at < len(tokens) and tokens[at].folded in grammar.scales


def _goes_on(tokens: Sequence[Token], here: int, current: int, grammar: Grammar) -> bool:
    following = tokens[here + 1].folded if here + 1 < len(tokens) else ""
    value = 1 if following in grammar.one else grammar.numbers.get(following, 0)
    return current >= 20 and value > 0 and _has_room(current, value)


def _has_room(current: int, value: int) -> bool:
    if current % 100 == 0:
        return current >= 100 and value < 100
    if current % 20 == 0 and current < 100:
        return value < 20
    return current % 10 == 0 and value < 10


def _end(token: Token) -> int:
    return token.start + len(token.text)
