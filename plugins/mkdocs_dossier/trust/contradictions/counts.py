"""Numbers that do not add up: places in a series, anniversaries."""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.trust.contradictions.finding import Contradiction, Side
from mkdocs_dossier.trust.contradictions.spans import span_of
from mkdocs_dossier.trust.fit.dates import find_dates
from mkdocs_dossier.trust.fit.grammar import Grammar, grammar_of
from mkdocs_dossier.trust.fit.numbers import find_numbers
from mkdocs_dossier.trust.fit.words import straighten


def find_wrong_ordinals(dossier: Dossier) -> Iterator[Contradiction]:
    """A « fourth » of a series with four earlier ones known, one that stands out of order."""
    series: dict[str, list[Event]] = defaultdict(list)
    for event in dossier.events.values():
        if event.series and event.date:
            series[event.series.topic].append(event)
    for events in series.values():
        for event in events:
            ordinal = event.series.ordinal if event.series else None
            if ordinal is None or event.date is None:
                continue
            span = span_of(event.date)
            earlier = [o for o in events if o.date and span_of(o.date).surely_before(span)]
            if len(earlier) >= ordinal:
                known = max(earlier, key=lambda each: (span_of(each.date), each.id))  # type: ignore[arg-type]
                other = numbered(known, f"{len(earlier)}: {', '.join(e.id for e in earlier)}")
                yield _differ(event, ordinal, other)
                continue
            for one in earlier:
                before = one.series.ordinal if one.series else None
                if before and before >= ordinal:
                    yield _differ(event, ordinal, numbered(one, str(before)))
                    break


def _differ(event: Event, ordinal: int, other: Side) -> Contradiction:
    path = ("series", "ordinal")
    return Contradiction("ordinal", event.id, path, "series", numbered(event, str(ordinal)), other)


def numbered(event: Event, value: str) -> Side:
    """An event with its place in a series."""
    text = f"{event.name} ({event.date})"
    return Side(event.id, value, text, tuple(sources_for(event, "series")), event.basis or "")


def sources_for(event: Event, field: str) -> list[Source]:
    """The sources of an event that name a field, else all that speak for it."""
    said = [each for each in event.sources if not each.against]
    return [each for each in said if field in each.supports] or said


def find_wrong_anniversaries(dossier: Dossier) -> Iterator[Contradiction]:
    """An anniversary whose number is not the years since what it recalls.

    The number stands in the name of the event, its summary, or the quotes of its sources.
    """
    for event in dossier.events.values():
        if not dossier.vocabulary.event_kind(event.kind).commemorates or event.date is None:
            continue
        recalled = [dossier.events.get(id) for id in event.about]
        dated = [each for each in recalled if each and (each.date or each.start)]
        years = {_year(event) - _year(each) for each in dated}
        if not years or not event.date.earliest:
            continue
        grammar = grammar_of(dossier.language)
        texts: list[tuple[str, tuple[str | int, ...], tuple[Source, ...]]] = [
            (event.name, ("name",), ()),
            (event.summary, ("summary",), ()),
        ]
        texts += [
            (each.quote, ("sources", index, "quote"), (each,))
            for index, each in enumerate(event.sources)
            if each.quote and not each.against
        ]
        for text, path, sources in texts:
            for number in _jubilees(text, grammar):
                if number not in years:
                    here = Side(event.id, "", text, sources, event.basis or "")
                    last = dated[0]
                    when = f"{last.name} ({last.date or last.start})"
                    other = Side(
                        last.id, "", f"{event.date} − {when}", tuple(sources_for(last, "date"))
                    )
                    yield Contradiction("anniversary", event.id, path, "name", here, other)


def _year(event: Event) -> int:
    first = event.date or event.start
    return (first.year or 0) if first else 0


def _jubilees(text: str, grammar: Grammar) -> Iterator[int]:
    """The numbers that stand right before the word for an anniversary."""
    text = straighten(text)
    days = [(day.start, day.end) for day in find_dates(text, grammar)]
    for word in grammar.jubilee.finditer(text):
        before = [
            each
            for each in find_numbers(text[: word.start()], grammar, days)
            if word.start() - each.start - len(each.words) <= 1
        ]
        if before and before[-1].value == int(before[-1].value):
            yield int(before[-1].value)
