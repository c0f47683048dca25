"""Values that a quote gives otherwise than the record that rests on it: place, rank, count."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_dossier.index.passages import Use, list_uses
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.model.records import Event, Participant
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.trust.contradictions.counts import numbered, sources_for
from mkdocs_dossier.trust.contradictions.finding import Contradiction, Side
from mkdocs_dossier.trust.contradictions.places import are_apart
from mkdocs_dossier.trust.fit.dates import find_dates
from mkdocs_dossier.trust.fit.grammar import Grammar, grammar_of
from mkdocs_dossier.trust.fit.numbers import Number, find_numbers
from mkdocs_dossier.trust.fit.words import are_akin, split_words, straighten

_ASIDE = frozenset({"disputes", "notes"})
_LONG = 4
_NEXT = 2  # words between a number and what it counts


def find_wrong_values(
    dossier: Dossier, uses: Mapping[str, Iterable[Use]]
) -> Iterator[Contradiction]:
    """Quotes of an event's sources that name another place, rank or count than the event does.

    `uses`: the sources of each event.
    """
    for event in dossier.events.values():
        for use in uses[event.id]:
            source = use.source
            if source.against or not source.quote or use.path[0] in _ASIDE:
                continue
            article = dossier.articles.get(source.article or "")
            language = (article.language if article else None) or dossier.language
            grammar = grammar_of(language)
            if "place" in source.supports:
                yield from _wrong_place(event, use, dossier)
            if event.series and event.series.ordinal:
                yield from _wrong_rank(event, use, event.series.ordinal, grammar, dossier)
            if isinstance(use.fact, Participant) and use.fact.count:
                yield from _wrong_count(event, use, use.fact, grammar)


def _wrong_place(event: Event, use: Use, dossier: Dossier) -> Iterator[Contradiction]:
    words = _joined(use.source.quote or "")
    named = [
        place
        for place in dossier.places.values()
        if any(
            f" {' '.join(split_words(name))} " in words
            for name in (place.name, *(alias.name for alias in place.aliases))
        )
    ]
    if not event.place or not named:
        return
    if all(are_apart(each.id, str(event.place), dossier) for each in named):
        here = Side(event.id, named[0].id, use.source.quote or "", (use.source,))
        known = _kept(event, "place", str(event.place), use.source)
        yield Contradiction("quote-place", event.id, use.path, "place", here, known)


def _wrong_rank(
    event: Event, use: Use, ordinal: int, grammar: Grammar, dossier: Dossier
) -> Iterator[Contradiction]:
    """« Quatrième sommet » of the third; a first one may be first of a year, or in a city."""
    nouns = _nouns(event, dossier)
    quote = straighten(use.source.quote or "")
    ranks = [
        each.value
        for each in _numbers(quote, grammar)
        if each.value > 1
        and _is_ordinal(each, grammar)
        and _counts(each, quote, nouns)
        and not grammar.within.search(quote[each.start :])
    ]
    if ranks and ordinal not in ranks and not _is_of_another(event, use.source, ranks, dossier):
        here = Side(event.id, f"{ranks[0]:g}", use.source.quote or "", (use.source,))
        known = numbered(event, str(ordinal))
        known = replace(known, sources=tuple(s for s in known.sources if s != use.source))
        yield Contradiction("ordinal", event.id, use.path, "series", here, known)


def _is_of_another(event: Event, source: Source, ranks: list[float], dossier: Dossier) -> bool:
    """Whether a rank is that of another event of the series, which cites the same words."""
    series = event.series.topic if event.series else None
    return any(
        each.source.article == source.article and each.source.quote == source.quote
        for other in dossier.events.values()
        if other.series and other.series.topic == series and other.series.ordinal in ranks
        for each in list_uses(other)
    )


def _wrong_count(
    event: Event, use: Use, group: Participant, grammar: Grammar
) -> Iterator[Contradiction]:
    quote = straighten(use.source.quote or "")
    nouns = [each for each in split_words(group.name or "") if len(each) >= _LONG]
    counts = [
        each.value
        for each in _numbers(quote, grammar)
        if not _is_ordinal(each, grammar) and _counts(each, quote, nouns)
    ]
    if counts and group.count not in counts:
        here = Side(event.id, f"{counts[0]:g}", use.source.quote or "", (use.source,))
        basis = group.basis or event.basis or ""
        other = Side(event.id, str(group.count), group.name or "", (), basis)
        yield Contradiction("quote-count", event.id, use.path, "participants", here, other)


def _kept(event: Event, field: str, value: str, but: Source) -> Side:
    told = [each for each in sources_for(event, field) if each != but]
    return Side(event.id, value, event.name, tuple(told), event.basis or "")


def _nouns(event: Event, dossier: Dossier) -> list[str]:
    """What an event is called: by its kind, and where those present met, by all such kinds."""
    kinds = dossier.vocabulary.kinds.get("event", {})
    own = kinds.get(event.kind)
    if own is None:
        return []
    alike = [each for each in kinds.values() if each.met] if own.met else []
    return [
        word
        for kind in (own, *alike)
        for word in split_words(say(kind.labels, dossier.language))
        if len(word) >= _LONG
    ]


def _numbers(text: str, grammar: Grammar) -> list[Number]:
    return find_numbers(text, grammar, [(day.start, day.end) for day in find_dates(text, grammar)])


def _is_ordinal(number: Number, grammar: Grammar) -> bool:
    last = split_words(number.words)[-1]
    return last in grammar.ordinals or (last[0].isdigit() and not last.isdigit())


def _counts(number: Number, text: str, nouns: list[str]) -> bool:
    """Whether a number stands right before one of the nouns."""
    after = split_words(text[number.start + len(number.words) :])[:_NEXT]
    return any(are_akin(word, noun) for word in after for noun in nouns)


def _joined(text: str) -> str:
    return f" {' '.join(split_words(text))} "
