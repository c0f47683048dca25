"""Everything in order of time: events and articles by year and month."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from mkdocs_dossier.index.dated import Dated
from mkdocs_dossier.index.disputes import is_disputed
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import actors_of, date_order
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.vocabulary import Vocabulary

ARTICLE = "article"
"""The kind and the tone of an article among events."""


SHORT, DENSE, LONG_REST = 12, 0.6, 5
MOST = 300
"""So many entries fit on a page that weighs no more than 150 kB, compressed."""


@dataclass(frozen=True)
class Entry:
    """An event or an article in a chronology.

    `actors`: those who took part (for an article, nobody); `states`: theirs, and the place's;
    `doubt`: its date is not exact, or another version of it is on record.
    """

    record: Event | Article
    actors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    doubt: bool = False

    @property
    def id(self) -> str:
        """The record's id, which is the entry's anchor too."""
        return self.record.id

    @property
    def date(self) -> Date | None:
        """The record's date."""
        return self.record.date

    @property
    def kind(self) -> str:
        """The event's kind, or 'article'."""
        return self.record.kind if isinstance(self.record, Event) else ARTICLE

    @property
    def place(self) -> str | None:
        """Where an event took place."""
        return self.record.place if isinstance(self.record, Event) else None

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The first and last year it may touch."""
        first, last = (self.date.earliest, self.date.latest) if self.date else (None, None)
        return first.year if first else None, last.year if last else None


@dataclass(frozen=True)
class Month:
    """The entries of a month, or of the season that begins in it; 0: those that name neither."""

    number: int
    entries: tuple[Entry, ...]
    season: bool = False


@dataclass(frozen=True)
class Year:
    """The months of a year; None: what has no date."""

    number: int | None
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        """How many entries it has."""
        return sum(len(month.entries) for month in self.months)


def make_entry(indexes: Indexes, record: Event | Article) -> Entry:
    """The entry of an event or an article."""
    doubt = record.date is None or not record.date.exact or is_disputed(record, "date")
    if isinstance(record, Article):
        return Entry(record, doubt=doubt)
    present = [id for party in record.participants for id in actors_of(party)]
    actors = tuple(dict.fromkeys(id for id in present if id in indexes.dossier.actors))
    place = indexes.dossier.places.get(record.place or "")
    held = place.country if place else record.place
    states = {state_of(indexes.dossier, id) for id in (*actors, held or "")}
    return Entry(record, actors, tuple(sorted(state for state in states if state)), doubt)


def tell_all(indexes: Indexes) -> list[Entry]:
    """All events and articles in order of time."""
    records: list[Event | Article] = [*indexes.events, *indexes.articles]
    entries = [make_entry(indexes, record) for record in records]
    return sorted(entries, key=lambda entry: (date_order(entry.date), entry.id))


def group_by_year(entries: Sequence[Entry]) -> list[Year]:
    """Entries in order of time, by year and month."""
    return [
        Year(
            year,
            tuple(
                Month(month, tuple(group), season)
                for (month, season), group in groupby(by_year, key=_month)
            ),
        )
        for year, by_year in groupby(entries, key=_year)
    ]


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Entries in order of time, turned round; those without a date stay last."""
    return [entry for entry in entries[::-1] if entry.date] + [
        entry for entry in entries if not entry.date
    ]


def cut_evenly(entries: Sequence[Entry], most: int = MOST) -> list[list[Entry]]:
    """At most so many entries each time, in their order, about as many each time; at least once."""
    count = max(1, -(-len(entries) // most))
    ends = [len(entries) * number // count for number in range(count + 1)]
    return [list(entries[start:end]) for start, end in pairwise(ends)]


def split_dense(years: Sequence[Year]) -> tuple[list[Year], list[Year]]:
    """Of years, the newest first: those that hold most entries, and the earlier, sparse rest.

    A short chronology, or one without a long sparse beginning, is not split.
    """
    total = sum(year.count for year in years)
    held = 0
    for place, year in enumerate(years):
        rest = years[place:]
        if total > SHORT and held >= DENSE * total and len(rest) >= LONG_REST and year.number:
            return list(years[:place]), list(rest)
        held += year.count
    return list(years), []


def tone_of(words: Vocabulary, record: Event | Article) -> str:
    """The colour of an event, by its kind, or of an article."""
    return words.event_kind(record.kind).tone if isinstance(record, Event) else ARTICLE


def to_bars(words: Vocabulary, entries: Sequence[Entry]) -> list[Dated]:
    """The dated entries as the bars of a strip."""
    return [
        Dated(entry.id, entry.record.title_text, entry.date, tone_of(words, entry.record))
        for entry in entries
        if entry.date
    ]


def _year(entry: Entry) -> int | None:
    return entry.date.year if entry.date else None


def _month(entry: Entry) -> tuple[int, bool]:
    date = entry.date
    if date is None or date.earliest is None:
        return 0, False
    start = date.start if date.form == "interval" and date.start else date
    named = start.precision not in ("year", "decade", "century")
    return date.earliest.month if named else 0, start.precision == "season"
