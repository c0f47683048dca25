"""A statement held against its evidence: numbers, dates, negation, doubt, strength."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.trust.fit.dates import Day, find_dates, find_relative
from mkdocs_dossier.trust.fit.evidence import Evidence, Passage
from mkdocs_dossier.trust.fit.grammar import Grammar, Pattern
from mkdocs_dossier.trust.fit.numbers import find_numbers
from mkdocs_dossier.trust.fit.words import are_akin, next_words, split_words, straighten, tokenise

V = TypeVar("V")
_WEEK = 7
_LONG = 4  # letters of a word that carries meaning
_REACH = 5  # words
_GAP = 2  # letters
_NEAR = 3


@dataclass(frozen=True)
class Misfit:
    """What does not fit: of which kind, the word, and the passage that it was held against."""

    kind: str
    word: str
    passage: Passage


def compare_numbers(
    text: str, evidence: Evidence, masks: list[tuple[int, int]]
) -> Iterator[Misfit]:
    """Numbers of the text, outside names and dates, that no text of the evidence names."""
    grammar = evidence.grammars[0]
    hidden = [*masks, *_spans(find_dates(text, grammar))]
    found = find_numbers(text, grammar, hidden)
    known = _numbers(evidence) if found else set()
    for number in found:
        if number.value not in known and not number.pair:
            yield Misfit("number", number.words, evidence.passages[0])


def _numbers(evidence: Evidence) -> set[float]:
    """The values of all numbers that the evidence names, dates apart, and what fractions equal."""
    return {
        value
        for grammar in evidence.grammars
        for text in evidence.texts
        for value in _values(text, grammar)
    } | {
        value
        for grammar in evidence.grammars
        for word, values in grammar.fractions.items()
        if any(word in each.all for each in evidence.words)
        for value in values
    }


@lru_cache(maxsize=4096)
def _values(text: str, grammar: Grammar) -> frozenset[float]:
    found = find_numbers(text, grammar, _spans(find_dates(text, grammar)))
    return frozenset(number.value for number in found)


def _spans(days: Iterable[Day]) -> list[tuple[int, int]]:
    return [(day.start, day.end) for day in days]


def compare_dates(text: str, date: Date | None, evidence: Evidence) -> Iterator[Misfit]:
    """Dates of the text and of its field that neither the evidence nor its own date holds."""
    own = list(_bounds(date)) if date else []
    told = find_dates(text, evidence.grammars[0])
    if not own and not told:
        return
    said = [
        day for each in evidence.texts for one in evidence.grammars for day in find_dates(each, one)
    ]
    given = [day for each in evidence.dates for day in _bounds(each)]
    given += _resolve(said, evidence)
    given += [
        day
        for date in evidence.dates
        for each in evidence.texts
        for grammar in evidence.grammars
        for day in find_relative(each, grammar, date)
    ]
    numbers = _numbers(evidence) if told else set()
    named = [day for day in said if day.weekday is not None]
    for number, day in enumerate(told):
        after = told[number + 1] if number + 1 < len(told) else None
        if day.weekday is not None and after and after.day and after.start - day.end <= _GAP:
            continue  # « vendredi 5 avril » stands or falls with its date
        known = [*named, *own] if day.weekday is not None and named else [*said, *given, *own]
        if not _holds(day, known) and (day.month or day.year not in numbers):
            yield Misfit("date", day.words, evidence.passages[0])
    for day in own if date and not date.approximate and not date.uncertain else ():
        if not _holds(day, [*said, *given]):
            yield Misfit("date", str(date), evidence.passages[0])
            return


def _bounds(date: Date) -> Iterator[Day]:
    """The first and last day of a date, as precisely as it is known."""
    parts = [part for part in (date.start, date.end) if part] if date.form == "interval" else [date]
    for part in parts:
        within = part.form == "within"
        for bound in dict.fromkeys((part.earliest, part.latest)):
            if bound is None:
                continue
            if part.precision == "day" or within:
                yield Day("", 0, 0, bound.day, bound.month, bound.year, bound.weekday())
            elif part.precision == "month":
                yield Day("", 0, 0, None, bound.month, bound.year)
            else:
                yield Day("", 0, 0, None, None, bound.year)


def _resolve(said: list[Day], evidence: Evidence) -> Iterator[Day]:
    """The days that the weekdays of a dated text may mean: those of the week around its date."""
    weekdays = {day.weekday for day in said if day.weekday is not None}
    for date in evidence.dates if weekdays else ():
        if date.earliest and date.earliest == date.latest:
            for step in range(-_WEEK, _WEEK + 1):
                day = date.earliest.plus(step)
                if day.weekday() in weekdays:
                    yield Day("", 0, 0, day.day, day.month, day.year, day.weekday())


def _holds(day: Day, known: list[Day]) -> bool:
    years = {each.year for each in known}
    if day.weekday is not None and day.day is None:
        return any(each.weekday == day.weekday for each in known)
    if day.month is None:
        return day.year in years
    return any(
        each.month == day.month
        and (day.day is None or each.day == day.day)
        and (day.year is None or each.year == day.year or (each.year is None and day.year in years))
        for each in known
    )


def compare_polarity(text: str, act: str, evidence: Evidence) -> Iterator[Misfit]:
    """A negation on one side only; `act` is what the speaker does, in words."""
    text = straighten(text)
    own = evidence.grammars[:1]
    refusals = _refusals(text, own)
    if refusals:
        sides = [_refusals(each.clause, evidence.grammars) for each in evidence.passages]
        around = [*(each.sentence for each in evidence.passages), *evidence.asides]
        sides += [
            tuple(each for each in _refusals(side, evidence.grammars) if _share(each, refusals))
            for side in around
        ]
        two_kinds = len({each.kind for each in refusals}) > 1  # « ne dément pas »
        one_kind = all(len({each.kind for each in side}) < 2 for side in sides)
        if not any(sides) or (two_kinds and one_kind):
            yield Misfit("negation-added", refusals[0].word, evidence.passages[0])
    elif not _refusals(act, own):
        against = (_refusals(each.clause, evidence.grammars) for each in evidence.passages)
        if found := _all(against):
            yield Misfit("negation-lost", found[0][0].word, evidence.passages[0])


@dataclass(frozen=True)
class _Refusal:
    """A word that says no, of which kind (grammar, or meaning), and the main words after it."""

    kind: str
    word: str
    of: tuple[str, ...]


@lru_cache(maxsize=4096)
def _refusals(text: str, grammars: tuple[Grammar, ...]) -> tuple[_Refusal, ...]:
    found = []
    for grammar in grammars:
        for kind, pattern in (("negation", grammar.negation), ("denial", grammar.denial)):
            for match in pattern.finditer(text):
                after = next_words(text, match.end(), _REACH)
                found.append(_Refusal(kind, match.group().strip(' ,;:«"('), after))
    return tuple(found)


def says_no(text: str, grammars: tuple[Grammar, ...]) -> bool:
    """Whether a text denies something, by grammar or by meaning."""
    return bool(_refusals(text, grammars))


def _share(one: _Refusal, others: Iterable[_Refusal]) -> bool:
    """Whether what is refused has a main word in common with one of the others."""
    words = [word for other in others for word in (*other.of, other.word)]
    return any(
        len(word) >= _LONG and any(are_akin(word, each) for each in words) for word in one.of
    )


def _first(text: str, patterns: list[Pattern]) -> str:
    """The first words of a text that one of the patterns finds, else nothing."""
    found = (each.search(text) for each in patterns)
    return next((each.group().strip() for each in found if each), "")


def compare_doubt(text: str, act: str, evidence: Evidence) -> Iterator[Misfit]:
    """A modal or a conditional that is lost, or that the text has alone."""
    text = straighten(text)
    grammar, first = evidence.grammars[0], evidence.passages[0]
    modal = _first(text, [grammar.modal]) or _conditional(text, evidence.grammars[:1])
    if not modal and not grammar.hedge.search(text):
        lost = (
            ("" if grammar.hedge.search(act) else _doubt(each, evidence.grammars, text, act))
            or _wish(each.clause, evidence.grammars, text)
            or _wish_around(each.sentence, evidence.grammars, text)
            for each in evidence.passages
        )
        if found := _all(lost):
            yield Misfit("doubt-lost", found[0], first)
    elif modal and not grammar.hedge.search(act):
        hedges = [one.hedge for one in evidence.grammars]
        sides = [each.clause for each in evidence.passages]
        sure = not any(
            _first(each, hedges) or _conditional(each, evidence.grammars) for each in sides
        )
        if not sure and grammar.modal.search(text):
            sure = all(_is_future(each, evidence.grammars) for each in evidence.passages)
        if sure:
            yield Misfit("doubt-added", modal, first)


def _all(values: Iterable[V]) -> list[V]:
    """The values, if all hold something; nothing is asked after the first that does not."""
    found = []
    for each in values:
        if not each:
            return []
        found.append(each)
    return found


def _doubt(passage: Passage, grammars: tuple[Grammar, ...], text: str, act: str) -> str:
    """The word that puts what the passage says in doubt.

    A conditional may only be a future told in the past (« a dit que l'amitié resterait forte »),
    and outside the quote of an account it is how the curator keeps a distance.
    """
    if found := _first(passage.clause, [each.modal for each in grammars]):
        return found
    if any(grammar.future.search(f"{text} {act}") for grammar in grammars):
        return ""
    return _conditional(passage.quote if passage.in_our_words else passage.clause, grammars)


def _is_future(passage: Passage, grammars: tuple[Grammar, ...]) -> bool:
    """Whether what the passage says is but a future told in the past."""
    if _first(passage.clause, [each.hedge for each in grammars]):
        return False
    word = _conditional(passage.clause, grammars)
    before = passage.sentence.partition(word)[0] if word else ""
    return any(each.reported.search(before) for each in grammars)


def _wish_around(sentence: str, grammars: tuple[Grammar, ...], text: str) -> str:
    """The same, of a verb that the sentence holds once, outside the clause of the quote."""
    told = [word for word in split_words(text) if len(word) >= _LONG]
    for grammar in grammars:
        for match in grammar.intent.finditer(sentence):
            after = tokenise(sentence[match.end() :])[:_NEAR]
            verb = next((each for each in after if len(each.folded) >= _LONG), None)
            if verb is None or verb.text[0].isupper():
                continue
            before = split_words(sentence[: match.start()])
            if any(are_akin(verb.folded, each) for each in told) and not any(
                are_akin(verb.folded, each) for each in before
            ):
                return match.group()
    return ""


def _wish(clause: str, grammars: tuple[Grammar, ...], text: str) -> str:
    """The word that only wishes or intends what the text tells as done, by its very verb."""
    words = [each for each in split_words(text) if len(each) >= _LONG]
    for grammar in grammars:
        for match in grammar.intent.finditer(clause):
            after = [w for w in next_words(clause, match.end(), _NEAR) if len(w) >= _LONG]
            if any(are_akin(one, other) for one in after[:1] for other in words):
                return match.group()
    return ""


def _conditional(text: str, grammars: tuple[Grammar, ...]) -> str:
    for grammar in grammars:
        for found in grammar.conditional.finditer(text):
            if not grammar.not_conditional.intersection(split_words(found.group())):
                return found.group()
    return ""
