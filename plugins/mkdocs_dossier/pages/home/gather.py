"""From the indexes to the value of the home page."""

from collections.abc import Iterator

from mkdocs_dossier.index.entries import Entry
from mkdocs_dossier.index.welcome import Welcome, make_welcome
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.pages.home.value import Card, HomePage, Start
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.entries import (
    gather_avatar,
    gather_event_row,
    gather_offices_now,
)
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Link


def gather_home(scope: Scope) -> HomePage:
    """Everything from the dossier alone."""
    site, say = scope.site, scope.site.texts
    settings, welcome = site.dossier.settings, make_welcome(site.indexes, site.facts, site.resting)

    def all_of(view: str, words: str) -> Link:
        return Link(say(f"views.home.{words}"), scope.url(site.addresses.index(view)))

    return HomePage(
        settings.title,
        settings.summary or "",
        tuple(
            (say.plural(f"views.home.number.{name}", count), count, _tally(site, name))
            for name, count in welcome.numbers
        ),
        tuple(_gather_starts(scope, welcome)) if welcome.events else (),
        tuple(_gather_card(scope, entry) for entry in welcome.actors),
        all_of("actors", "all-actors"),
        tuple(gather_event_row(scope, event) for event in welcome.events),
        all_of("chronology", "all-events"),
        tuple(gather_event_row(scope, article) for article in welcome.articles),
        all_of("articles", "all-articles"),
        scope.prose(settings.introduction, "_introduction-"),
        scope.prose(settings.inclusion, "_inclusion-"),
    )


def _tally(site: Site, name: str) -> str:
    """What one of the numbers counts, by origin; empty for what has none."""
    if name == "events":
        return write_tally(tokens_of(site, each) for each in site.dossier.events.values())
    if name == "statements":
        return write_tally(tokens_of(site, each.statement) for each in site.indexes.said)
    return ""


def _gather_starts(scope: Scope, welcome: Welcome) -> Iterator[Start]:
    site, say, name_of = scope.site, scope.site.texts, scope.site.dossier.name_of

    def start(ask: str, address: str, **values: str) -> Start:
        question = Link(say(f"views.home.ask.{ask}", **values), scope.url(address))
        return Start(question, say(f"views.home.tell.{ask}"))

    if welcome.central:
        page = site.addresses.of(welcome.central)
        yield start("met", f"{page}#met", name=name_of(welcome.central))
    if welcome.pair:
        one, other = welcome.pair
        page = site.addresses.dyad(one, other)
        yield start("pair", page, one=name_of(one), other=name_of(other))
    if welcome.agency:
        page = site.addresses.of(welcome.agency)
        yield start("agency", f"{page}#alone", name=name_of(welcome.agency))
    for number, entries in site.entries_on.items():
        if any(entry.doubt for entry in entries):
            page = site.addresses.part("chronology", number)
            yield start("doubt", f"{page}#_uncertain-dates")
            break
    if welcome.ties:
        yield start("relations", site.addresses.index("relations"))


def _gather_card(scope: Scope, entry: Entry) -> Card:
    site, record = scope.site, entry.record
    assert isinstance(record, Record)
    words = [site.term("kind", entry.kind, "actor")]
    if entry.state and entry.state != record.id:
        words.append(site.dossier.name_of(entry.state))
    return Card(
        scope.link(record.id),
        gather_avatar(scope, record),
        gather_offices_now(site, entry),
        " · ".join(words),
    )
