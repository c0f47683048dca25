"""Names in a text that belong to no record: capitalised words that nothing else explains."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mkdocs_dossier.names.french import words
from mkdocs_dossier.names.neighbours import starts_sentence
from mkdocs_dossier.names.recogniser import Recognition
from mkdocs_dossier.names.spans import Span

_SEQUENCE = re.compile(
    r"(?<![\w'’-])(?:[ldLD]['’])?"
    r"(?P<name>[A-ZÀ-ÝŒ][\w’'-]*"
    r"(?:[ \u00a0](?:(?:de|du|des|la|le|von|van|ben|bin|al|el|da|di) )?[A-ZÀ-ÝŒ][\w’'-]*)*)"
)


class Candidate(NamedTuple):
    """Where a text may name something without a record. `sure`: not merely a first word."""

    start: int
    end: int
    name: str
    sure: bool


def find_candidates(
    text: str, found: Recognition, masks: Sequence[Span] = ()
) -> Iterator[Candidate]:
    """The capitalised words of a text outside its mentions, doubts and masks, in order."""
    taken = bytearray(len(text))
    spans = [(mention.start, mention.end) for mention in found.mentions]
    spans += [(doubt.start, doubt.end) for doubt in found.doubts]
    for start, end in spans + [(span.start, span.end) for span in masks]:
        taken[start:end] = b"\1" * (end - start)
    for sequence in _SEQUENCE.finditer(text):
        start, end = _trim(text, *sequence.span("name"))
        if end - start < 2 or any(taken[start:end]):
            continue
        name = text[start:end]
        single = " " not in name and "\u00a0" not in name
        sure = not single or name.isupper() or not starts_sentence(text, start)
        if not (single and name.casefold() in _not_names()):
            yield Candidate(start, end, " ".join(name.split()), sure)


@cache
def _not_names() -> frozenset[str]:
    return words("function_words") | words("honorifics") | words("compass") | words("bodies")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The sequence without words that only begin a sentence, and without titles."""
    while True:
        first = re.match(r"[\w'’-]+[ \u00a0]", text[start:end])
        if first is None:
            break
        word = first.group().strip().casefold()
        if word not in words("function_words") | words("titles") | {"état"}:
            break
        start += first.end()
    while end > start and text[end - 1] in "'’-":
        end -= 1
    return start, end
