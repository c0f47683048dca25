"""What one statement says and another denies, or says with another number."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.trust.contradictions.finding import Contradiction, Side
from mkdocs_dossier.trust.fit.compare import says_no
from mkdocs_dossier.trust.fit.dates import find_dates
from mkdocs_dossier.trust.fit.grammar import Grammar, grammar_of
from mkdocs_dossier.trust.fit.numbers import find_numbers
from mkdocs_dossier.trust.fit.words import are_akin, split_words, straighten

_MOST = 150  # statements about one record: more are not compared each with each
_LONG = 4
_ALIKE = 0.5  # of the names
_SAME = 0.6  # of the other words


@dataclass(frozen=True)
class _Told:
    """A statement as far as it can be compared: its main words, without those of names."""

    holder: Identified
    index: int
    statement: Statement
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[float]
    pairs: frozenset[float]
    years: frozenset[int]
    days: frozenset[tuple[int, int]]
    denies: bool
    answers: str  # 'accuses' or 'denies', by its act


def find_said_and_denied(dossier: Dossier) -> Iterator[Contradiction]:
    """Two statements about one thing of which one denies the other, or names another number.

    What the dossier holds to be doubtful already is left out.
    """
    grammar = grammar_of(dossier.language)
    if not grammar.known:
        return
    by_record: dict[str, list[_Told]] = defaultdict(list)
    for told in _list_told(dossier, grammar):
        statement = told.statement
        for id in dict.fromkeys([*statement.about, told.holder.id]):
            by_record[id].append(told)
    seen: set[tuple[tuple[str, int], ...]] = set()
    for group in by_record.values():
        for one, other in combinations(group[:_MOST], 2):
            pair = tuple((each.holder.id, each.index) for each in (one, other))
            if pair not in seen:
                seen.add(pair)
                kind = _kind(one, other)
                if kind:
                    path = ("statements", other.index)
                    yield Contradiction(
                        kind, other.holder.id, path, "statements", _side(other), _side(one)
                    )


def _list_told(dossier: Dossier, grammar: Grammar) -> Iterator[_Told]:
    names = {
        word
        for record in dossier.records()
        for name in (record.name, *record.short_names, *(each.name for each in record.aliases))
        for word in split_words(name)
    }
    for holder, index, statement in dossier.statements():
        if dossier.vocabulary.is_doubtful(statement.status):
            continue
        days = find_dates(statement.text, grammar)
        spans = [(day.start, day.end) for day in days]
        numbers = find_numbers(statement.text, grammar, spans)
        act = dossier.vocabulary.acts.get(statement.act or "")
        label = say(act.labels, dossier.language) if act else ""
        denying = says_no(label, (grammar,))
        every = {each for each in split_words(statement.text) if len(each) >= _LONG}
        every -= {each for each in every if each in grammar.numbers or each.isdigit()}
        yield _Told(
            holder,
            index,
            statement,
            frozenset(every - names),
            frozenset(every & names),
            frozenset(each.value for each in numbers if not each.pair),
            frozenset(each.value for each in numbers if each.pair),
            frozenset(day.year for day in days if day.year),
            frozenset((day.month, day.day) for day in days if day.month and day.day),
            denying or says_no(straighten(statement.text), (grammar,)),
            "denies" if denying else "accuses" if act and act.tone == "foe" else "",
        )


def _kind(one: _Told, other: _Told) -> str:
    """How two statements contradict each other; empty where they do not."""
    shared = _shared(one.words, other.words)
    fewer = min(len(one.words), len(other.words))
    if not shared or not fewer:
        return ""
    names = min(len(one.names), len(other.names))
    close = not names or len(one.names & other.names) / names >= _ALIKE
    more = max(len(one.words), len(other.words))
    same = shared >= more and one.names == other.names
    nearly = shared >= more - 1 and one.names == other.names  # but for « jamais »
    alike = close and (nearly or (shared > 1 and shared / fewer >= _SAME))
    if one.denies != other.denies:
        answered = close and {one.answers, other.answers} == {"accuses", "denies"}
        return "said-and-denied" if alike or answered else ""
    if not alike or (one.years and other.years and not one.years & other.years):
        return ""
    numbers = [each.numbers | each.pairs if same else each.numbers for each in (one, other)]
    apart = all(numbers) and not numbers[0] & numbers[1]
    other_day = one.days and other.days and not one.days & other.days
    return "two-values" if apart or (same and other_day) else ""


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    return sum(any(are_akin(word, each) for each in other) for word in one)


def _side(told: _Told) -> Side:
    statement = told.statement
    reference = f"{told.holder.id}#{statement.id}"
    sources = tuple(statement.supporting)
    return Side(reference, "", statement.text, sources, statement.basis or "")
