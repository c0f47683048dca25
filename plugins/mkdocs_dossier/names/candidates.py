"""Names in a text that belong to no record: capitalised words that nothing else explains."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.neighbours import starts_sentence
from mkdocs_dossier.names.recogniser import Recognition
from mkdocs_dossier.names.spans import Span

_CAPITALISED = r"[A-ZÀ-ÝŒ][\w’'-]*"


class Candidate(NamedTuple):
    """Where a text may name something without a record. `sure`: not merely a first word."""

    start: int
    end: int
    name: str
    sure: bool


def find_candidates(
    text: str, found: Recognition, grammar: NameGrammar, masks: Sequence[Span] = ()
) -> Iterator[Candidate]:
    """The capitalised words of a text outside its mentions, doubts and masks, in order."""
    taken = bytearray(len(text))
    spans = [(mention.start, mention.end) for mention in found.mentions]
    spans += [(doubt.start, doubt.end) for doubt in found.doubts]
    for start, end in spans + [(span.start, span.end) for span in masks]:
        taken[start:end] = b"\1" * (end - start)
    for sequence in _sequence(grammar).finditer(text):
        start, end = _trim(text, *sequence.span("name"), grammar)
        if end - start < 2 or any(taken[start:end]):
            continue
        name = text[start:end]
        single = " " not in name and "\u00a0" not in name
        sure = not single or name.isupper() or not starts_sentence(text, start)
        if not (single and name.casefold() in _not_names(grammar)):
            yield Candidate(start, end, " ".join(name.split()), sure)


@cache
def _not_names(grammar: NameGrammar) -> frozenset[str]:
    return grammar.function_words | grammar.honorifics | grammar.compass | grammar.bodies


@cache
def _sequence(grammar: NameGrammar) -> re.Pattern[str]:
    particles = "|".join(sorted(each for each in grammar.particles if each.isalpha())) or "(?!)"
    elided = "".join(sorted(each[0] for each in grammar.articles if each[-1] in "'’"))
    return re.compile(
        rf"(?<![\w'’-])(?:[d{elided}D{elided.upper()}]['’])?"
        rf"(?P<name>{_CAPITALISED}(?:[ \u00a0](?:(?:{particles}) )?{_CAPITALISED})*)"
    )


def _trim(text: str, start: int, end: int, grammar: NameGrammar) -> tuple[int, int]:
    """The sequence without words that only begin a sentence, and without titles."""
    while True:
        first = re.match(r"[\w'’-]+[ \u00a0]", text[start:end])
        if first is None:
            break
        word = first.group().strip().casefold()
        if word not in grammar.function_words | grammar.titles | grammar.leading:
            break
        start += first.end()
    while end > start and text[end - 1] in "'’-":
        end -= 1
    return start, end
