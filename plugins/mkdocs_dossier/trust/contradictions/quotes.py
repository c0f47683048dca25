"""Dates in quotes that the date of the record excludes."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

from mkdocs_dossier.index.passages import Passages, Use
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date, InvalidDate, parse
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.trust.contradictions.finding import Contradiction, Side
from mkdocs_dossier.trust.contradictions.spans import Span, span_of
from mkdocs_dossier.trust.fit.dates import Day, find_dates
from mkdocs_dossier.trust.fit.evidence import read_source
from mkdocs_dossier.trust.fit.grammar import Grammar, grammar_of
from mkdocs_dossier.trust.fit.words import split_words, words_of

_WEEK = 7
_SLACK = 2  # days by which « on Thursday » may miss the week before the article
_THIRDS = ((1, 10), (11, 20), (21, 31))
_ASIDE = frozenset({"disputes", "notes", "statements"})


def find_wrong_dates(
    dossier: Dossier, uses: Mapping[str, Iterable[Use]], passages: Passages
) -> Iterator[Contradiction]:
    """Events whose date the words of a quote exclude, read with the date of its article.

    `uses`: the sources of each event.
    """
    words = cache(partial(_words_in, passages))
    for event in dossier.events.values():
        if event.date is None or event.date.earliest is None or event.date.latest is None:
            continue
        seen: set[str] = set()
        for use in uses[event.id]:
            source = use.source
            article = dossier.articles.get(source.article or "")
            if not article or not source.quote or source.against or source.quote in seen:
                continue
            if use.path[0] in _ASIDE and not _is_of_event(use, event):
                continue
            seen.add(source.quote)
            grammar = grammar_of(article.language or dossier.language)
            month = _words_for(event.date.earliest.month, grammar)
            near = not month.isdisjoint(words(article.id))
            said = _excluded(event.date, source, article, passages, grammar, near)
            if said:
                here = Side(event.id, said[1], said[0], (source,))
                known = Side(
                    event.id,
                    str(event.date),
                    event.name,
                    tuple(_dating(event, source)),
                    event.date_basis or event.basis or "",
                )
                yield Contradiction("quote-date", event.id, use.path, "date", here, known)
                break


def _is_of_event(use: Use, event: Event) -> bool:
    """A statement that is made at an event, without a date of its own, tells of that day."""
    return use.path[0] == "statements" and getattr(use.fact, "date", True) is None


def _dating(event: Event, but: Source) -> list[Source]:
    return [s for s in event.sources if "date" in s.supports and s != but and not s.against]


def _excluded(
    date: Date,
    source: Source,
    article: Article,
    passages: Passages,
    grammar: Grammar,
    near: bool,
) -> tuple[str, str] | None:
    """The words that exclude a date, and the date that they name; None where none does.

    `near`: whether the article names the month of the date at all.
    """
    quote = source.quote or ""
    span = span_of(date)
    for day in find_dates(quote, grammar):
        named = _name(day, article, span, quote, grammar)
        if named and (named[0].surely_before(span) or span.surely_before(named[0])):
            return day.words, named[1]
    for passage in read_source(0, source, passages, [grammar]) if near else ():
        for day in find_dates(passage.sentence, grammar):
            third = _third(day, passage.sentence, grammar)
            if third and _outside_third(date, day, article, third):
                year = date.earliest.year if date.earliest else 0
                words = passage.sentence[: day.end].split()[-_words(day) :]
                return " ".join(words), _say_third(year, day.month or 1, third)
    return None


def _words_in(passages: Passages, article: str) -> frozenset[str]:
    """The words of an article: far faster to look among them than to read a passage."""
    paragraphs = passages.paragraphs(passages.dossier.articles[article])
    return frozenset().union(*(words_of(each.plain).all for each in paragraphs))


@cache
def _words_for(month: int, grammar: Grammar) -> frozenset[str]:
    names = [name for name, number in grammar.months.items() if number == month]
    return frozenset(word for name in names for word in split_words(name))


def _say_third(year: int, month: int, third: int) -> str:
    first, last = _THIRDS[third - 1]
    last = min(last, monthrange(year, month)[1])
    return f"[{year:04}-{month:02}-{first:02}..{year:04}-{month:02}-{last:02}]"


def _words(day: Day) -> int:
    return len(day.words.split()) + 1


def _name(
    day: Day, article: Article, span: Span, quote: str, grammar: Grammar
) -> tuple[Span, str] | None:
    """The days that some words may mean, and the same as an EDTF date."""
    told = article.date
    if day.year and day.month and day.day:
        return _span_of_text(f"{day.year:04}-{day.month:02}-{day.day:02}")
    if day.year and day.month:
        return _span_of_text(f"{day.year:04}-{day.month:02}")
    if told is None or told.earliest is None or told.latest is None:
        return None
    if day.weekday is not None:
        first = told.earliest.plus(-_WEEK - _SLACK)
        last = told.latest.plus(_WEEK + _SLACK)
        here = Span(first.toordinal(), first.toordinal(), last.toordinal(), last.toordinal())
        nearest = next(
            each
            for each in (told.latest.plus(-step) for step in range(_WEEK))
            if each.weekday() == day.weekday
        )
        return here, nearest.isoformat()
    return None


def _span_of_text(text: str) -> tuple[Span, str] | None:
    try:
        return span_of(parse(text)), text
    except InvalidDate:
        return None


def _third(day: Day, sentence: str, grammar: Grammar) -> int:
    """Whether a month is named by its beginning (1), middle (2) or end (3); 0: as a whole."""
    if day.month is None or day.day is not None:
        return 0
    before = sentence[: day.start]
    return next((n for n, each in enumerate(grammar.thirds, 1) if each.search(before)), 0)


def _outside_third(date: Date, day: Day, article: Article, third: int) -> bool:
    first, last = date.earliest, date.latest
    if first is None or last is None or (first.month, first.year) != (last.month, last.year):
        return False
    told = article.date
    near = told is not None and told.latest is not None and 0 <= told.latest.year - first.year <= 1
    if first.month != day.month or (day.year or first.year) != first.year or not near:
        return False
    begin, end = _THIRDS[third - 1]
    return last.day < begin or first.day > end
