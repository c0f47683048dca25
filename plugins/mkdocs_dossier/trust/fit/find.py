"""All that does not fit between the statements of a dossier and what they rest on."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.quotes import fold as fold_quote
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.trust.fit.compare import (
    Misfit,
    compare_dates,
    compare_doubt,
    compare_numbers,
    compare_polarity,
)
from mkdocs_dossier.trust.fit.evidence import Evidence, gather_evidence
from mkdocs_dossier.trust.fit.grammar import grammar_of
from mkdocs_dossier.trust.fit.names import Names
from mkdocs_dossier.trust.fit.numbers import find_numbers
from mkdocs_dossier.trust.fit.roles import compare_roles, compare_told_by
from mkdocs_dossier.trust.fit.strength import compare_strength
from mkdocs_dossier.trust.fit.words import are_akin, split_words

_LONG = 4
_ALIKE = 0.2


@dataclass(frozen=True)
class Found:
    """A misfit, in which statement: the record that holds it and its place there."""

    holder: Identified
    index: int
    statement: Statement
    misfit: Misfit


def find_misfits(dossier: Dossier) -> Iterator[Found]:
    """What does not fit, by file and in the file's order. Reads the whole dossier.

    A statement whose quote has a `fit` is settled, and one without a quote that can be read cannot
    be judged.
    """
    passages = Passages(dossier)
    names = Names(dossier, Mentions(dossier))
    by_quote: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for holder, index, statement in dossier.statements():
        if any(source.fit for source in statement.sources):
            continue
        evidence = gather_evidence(holder, statement, passages)
        if not evidence.passages:
            continue
        for misfit in _judge(holder, statement, evidence, names):
            yield Found(holder, index, statement, misfit)
        for passage in evidence.passages:
            if passage.article:
                same = by_quote[passage.article.id, fold_quote(passage.quote)]
                here = Found(holder, index, statement, Misfit("same-quote", "", passage))
                yield from _differ(here, same, dossier)
                same.append(here)


def _judge(
    holder: Identified, statement: Statement, evidence: Evidence, names: Names
) -> Iterator[Misfit]:
    found = names.find(holder, statement)
    masks = [(each.start, each.end) for each in found]
    act = names.dossier.vocabulary.acts.get(statement.act or "")
    doing = say(act.labels, names.dossier.language) if act else ""
    yield from compare_numbers(statement.text, evidence, masks)
    yield from compare_dates(statement.text, statement.date, evidence)
    yield from names.compare(holder, statement, found, evidence)
    yield from names.compare_speakers(statement, evidence)
    yield from compare_told_by(names, statement, evidence)
    yield from compare_roles(names, statement, found, evidence)
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
            misfit = Misfit("same-quote", name, here.misfit.passage)
            yield Found(here.holder, here.index, here.statement, misfit)
            return


def _contradict(one: str, other: str, language: str) -> bool:
    """Whether two texts differ in negation or in number, or share next to no word."""
    grammar = grammar_of(language)
    if bool(grammar.negation.search(one)) != bool(grammar.negation.search(other)):
        return True
    numbers = [{each.value for each in find_numbers(text, grammar)} for text in (one, other)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return True
    words = [{each for each in split_words(text) if len(each) >= _LONG} for text in (one, other)]
    few, many = sorted(words, key=len)
    shared = sum(any(are_akin(word, each) for each in many) for word in few)
    return bool(few) and shared / len(few) < _ALIKE
