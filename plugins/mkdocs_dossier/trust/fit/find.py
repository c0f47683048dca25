"""All that does not fit between the statements of a dossier and what they rest on."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, NamedTuple

from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.quotes import fold_quote
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.digest import digest_rest
from mkdocs_dossier.source.recalled import OwnStore, Recalled
from mkdocs_dossier.trust.fit.compare import (
    Misfit,
    compare_dates,
    compare_doubt,
    compare_numbers,
    compare_polarity,
)
from mkdocs_dossier.trust.fit.evidence import Evidence, Passage, gather_evidence
from mkdocs_dossier.trust.fit.grammar import grammar_of
from mkdocs_dossier.trust.fit.names import Names, named_beside
from mkdocs_dossier.trust.fit.numbers import find_numbers
from mkdocs_dossier.trust.fit.roles import compare_roles, compare_told_by
from mkdocs_dossier.trust.fit.strength import compare_strength
from mkdocs_dossier.trust.fit.words import Words, split_words

_LONG = 4
_ALIKE = 0.2


@dataclass(frozen=True)
class Found:
    """What does not fit in a statement, by the record that holds it and its place there: of which
    kind, the word, and what it was held against: a source by its place, its quote, the sentence.
    """

    holder: Identified
    index: int
    statement: Statement
    kind: str
    word: str
    source: int
    quote: str
    sentence: str


def find_misfits(dossier: Dossier, store: OwnStore | None = None) -> Iterator[Found]:
    """What does not fit, by file and in the file's order. Reads the whole dossier.

    A statement whose quote has a `fit` is settled, and one without a quote that can be read cannot
    be judged. `store`: where an earlier run may have left what it found.
    """
    passages, mentions = Passages(dossier), Mentions(dossier)
    names, answers = Names(dossier, mentions), Answers()
    answers.ask(lambda: (dossier, passages, mentions, mentions.reader, names))
    recalled = Recalled(store, "fit", digest_rest(dossier).hex(), answers)
    by_quote: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for holder in dossier.everything():
        judge = partial(_judge_all, holder.id, passages, names)
        for index, misfits, quotes in recalled.get(holder.id, judge) if holder.statements else ():
            statement = holder.statements[index]
            for misfit in misfits:
                yield Found(holder, index, statement, *misfit)
            for article, folded, *quoted in quotes:
                here = Found(holder, index, statement, "same-quote", "", *quoted)
                same = by_quote[article, folded]
                yield from _differ(here, same, dossier)
                same.append(here)
    recalled.keep()


def _judge_all(id: str, passages: Passages, names: Names) -> list[Any]:
    """The statements of a record that can be judged, as plain data: the index of each, its misfits,
    and its quotes, with where they stand.
    """
    found = []
    holder = passages.dossier.get(id)
    for index, statement in enumerate(holder.statements if holder else ()):
        if holder is None or any(source.fit for source in statement.sources):
            continue
        evidence = gather_evidence(holder, statement, passages)
        if evidence.passages:
            misfits = [
                (each.kind, each.word, *_say(each.passage))
                for each in _judge(holder, statement, evidence, names)
            ]
            quotes = [
                (each.article.id, fold_quote(each.quote), *_say(each))
                for each in evidence.passages
                if each.article
            ]
            found.append((index, misfits, quotes))
    return found


def _say(passage: Passage) -> tuple[int, str, str]:
    return passage.index, passage.quote, passage.sentence


def _judge(
    holder: Identified, statement: Statement, evidence: Evidence, names: Names
) -> Iterator[Misfit]:
    beside = named_beside(holder, statement)
    found = names.recognise(statement.text, beside)
    masks = [(each.start, each.end) for each in found]
    act = names.dossier.vocabulary.acts.get(statement.act or "")
    doing = say(act.labels, names.dossier.language) if act else ""
    named = names.named(evidence)
    yield from compare_numbers(statement.text, evidence, masks)
    yield from compare_dates(statement.text, statement.date, evidence)
    yield from names.compare(statement, set(beside), found, evidence, named)
    yield from names.compare_speakers(statement, evidence)
    yield from compare_told_by(names, statement, evidence, named)
    yield from compare_roles(names, statement, found, evidence, named)
    yield from compare_polarity(statement.text, doing, evidence)
    yield from compare_doubt(statement.text, doing, evidence)
    yield from compare_strength(statement.text, doing, evidence)


def _differ(here: Found, others: list[Found], dossier: Dossier) -> Iterator[Found]:
    """Where another statement on the same quote says a different thing."""
    for other in others:
        if other.statement is not here.statement and _contradict(
            here.statement.text, other.statement.text, dossier.language
        ):
            name = f"{other.holder.id}#{other.statement.id}"
            yield replace(here, word=name)
            return


def _contradict(one: str, other: str, language: str) -> bool:
    """Whether two texts differ in negation or in number, or share next to no word."""
    here, there = _read(one, language), _read(other, language)
    if here.denies != there.denies:
        return True
    if here.numbers and there.numbers and not here.numbers & there.numbers:
        return True
    few, many = sorted((here.words, there.words), key=lambda each: len(each.all))
    shared = sum(map(many.hold, few.all))
    return bool(few.all) and shared / len(few.all) < _ALIKE


class _Told(NamedTuple):
    """What a text may have in common with another: whether it denies, its numbers, long words."""

    denies: bool
    numbers: frozenset[float]
    words: Words


@lru_cache(maxsize=4096)
def _read(text: str, language: str) -> _Told:
    grammar = grammar_of(language)
    numbers = frozenset(each.value for each in find_numbers(text, grammar))
    words = Words(each for each in split_words(text) if len(each) >= _LONG)
    return _Told(bool(grammar.negation.search(text)), numbers, words)
