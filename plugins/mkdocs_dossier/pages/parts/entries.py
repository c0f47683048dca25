"""Records in lists: what each is, and how much there is about it."""

from mkdocs_dossier.index.entries import Entry, words_of
from mkdocs_dossier.languages.spelling import initials
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Place, Record
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.events import gather_event_line
from mkdocs_dossier.pages.parts.head import picture_of
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.sentences import office_words
from mkdocs_dossier.pages.values.lists import (
    Avatar,
    EntryRow,
    EventRow,
    Facets,
    OfficesNow,
    Row,
)
from mkdocs_dossier.pages.values.records import Portrait
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Link


def gather_row(scope: Scope, entry: Entry) -> Row:
    """The line of any record in an index."""
    record = entry.record
    if isinstance(record, Event | Article):
        return gather_event_row(scope, record, entry.state or "")
    actor = record.section == "actor"
    state = entry.state if actor and entry.kind != "state" else None
    belongs = record.country if isinstance(record, Place) else state
    offices = gather_offices_now(scope.site, entry)
    return EntryRow(
        scope.link(record.id),
        Facets(entry.kind, entry.state or "", words_of(record)),
        gather_avatar(scope, record) if actor and isinstance(record, Record) else None,
        entry.native.name if entry.native else "",
        entry.native.language or "" if entry.native else "",
        offices,
        "" if offices else record.summary,
        scope.link(belongs) if belongs else None,
        len(entry.events),
        write_tally(tokens_of(scope.site, scope.site.dossier.events[id]) for id in entry.events),
    )


def gather_offices_now(site: Site, entry: Entry) -> OfficesNow | None:
    """The offices of an entry, None where there is none."""
    if not entry.offices:
        return None
    country = entry.record.country if isinstance(entry.record, Actor) else None
    return OfficesNow(
        tuple(office_words(site, office, country) for office in entry.offices), entry.current
    )


def gather_avatar(scope: Scope, record: Record) -> Avatar:
    """A small picture, or initials."""
    address = picture_of(scope.site, record)
    letters = initials(record)
    shape = scope.site.dossier.vocabulary.actor_kind(record.kind).shape
    return Avatar(Portrait(letters, scope.url(address) if address else None), shape)


def gather_event_row(scope: Scope, event: Event | Article, state: str = "") -> EventRow:
    """An event or an article in a list."""
    site, line = scope.site, gather_event_line(scope, event)
    if isinstance(event, Article):
        unknown = Link(site.texts("views.index.unknown-outlet"))
        outlet = scope.link(event.outlet) if event.outlet else unknown
        return EventRow(line, Facets("article", state, words_of(event)), "", outlet)
    place = scope.link(event.place) if event.place else None
    return EventRow(line, Facets(event.kind, state, words_of(event)), line.how, place)
