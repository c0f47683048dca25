"""What an index says of each record in one line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.index.chronicle import list_events
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.languages.collation import Key, order
from mkdocs_dossier.languages.spelling import fold
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import STILL
from mkdocs_dossier.model.records import Actor, AliasValue, Event, Identified, Office, Place, Record


@dataclass(frozen=True)
class Entry:
    """A record in an index.

    `state` is the id of the state it belongs to. `offices` are those held today or, when there is
    none, the last known one (`current` is then False). `events` are the ids of those that the
    record's page lists: for an actor, those of its people and bodies too.
    """

    record: Identified
    state: str | None = None
    offices: tuple[Office, ...] = ()
    current: bool = True
    events: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The record's kind; 'article' for an article."""
        return getattr(self.record, "kind", "article")

    @property
    def native(self) -> AliasValue | None:
        """Its name in the first other language that the record gives."""
        aliases: list[AliasValue] = getattr(self.record, "aliases", [])
        return next((alias for alias in aliases if alias.language), None)


def words_of(record: Identified) -> str:
    """All names of a record, as the filter of an index compares them."""
    names = [record.title_text]
    if isinstance(record, Record):
        names += [*(alias.name for alias in record.aliases), *record.short_names]
    return fold(" ".join(names))


def make_entry(indexes: Indexes, record: Identified) -> Entry:
    """The line of any record."""
    if isinstance(record, Actor):
        offices, current = offices_now(record)
        state = state_of(indexes.dossier, record.id)
        return Entry(record, state, offices, current, tuple(sorted(list_events(indexes, record))))
    if isinstance(record, Event):
        place = indexes.dossier.places.get(record.place or "")
        state = place.country if place else record.place
        return Entry(record, state, events=_ids(indexes.sub_events.get(record.id, [])))
    if isinstance(record, Place):
        return Entry(record, record.country, events=_ids(indexes.events_at.get(record.id, [])))
    if isinstance(record, Article):
        return Entry(record)
    return Entry(record, events=_ids(indexes.events_about.get(record.id, [])))


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)


def offices_now(actor: Actor) -> tuple[tuple[Office, ...], bool]:
    """The offices said to be still held (`end: ..`); else the latest known one, and False."""
    now = tuple(office for office in actor.offices if office.end == STILL)
    if now or not actor.offices:
        return now, True
    return (max(actor.offices, key=_latest),), False


def _latest(office: Office) -> tuple[bool, tuple[Any, ...]]:
    date = office.end or office.date or office.start
    return office.end is None, date.sort_key if date else ()


def order_by_name(language: str) -> Callable[[Entry], tuple[Key, str]]:
    """A sorting key: the name, in the order of a language."""
    return lambda entry: (order(entry.record.title_text, language), entry.record.id)
