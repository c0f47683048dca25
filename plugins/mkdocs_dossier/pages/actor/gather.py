"""From the indexes to the value of an actor's page."""

from collections.abc import Iterable
from typing import Any

from mkdocs_dossier.index.chronicle import split_recent, tell_chronicle
from mkdocs_dossier.index.entries import offices_now
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.dates import STILL
from mkdocs_dossier.model.records import Actor, Office
from mkdocs_dossier.pages.actor.value import ActorPage, PersonLine
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.alone import gather_alone
from mkdocs_dossier.pages.parts.closing import gather_closing
from mkdocs_dossier.pages.parts.disputes import gather_disputes
from mkdocs_dossier.pages.parts.events import gather_stretches
from mkdocs_dossier.pages.parts.head import (
    gather_elsewhere,
    gather_existence,
    gather_head,
    gather_tags,
)
from mkdocs_dossier.pages.parts.impact import gather_impact
from mkdocs_dossier.pages.parts.mentions import gather_mentions
from mkdocs_dossier.pages.parts.offices import gather_body, is_named, say_when
from mkdocs_dossier.pages.parts.places import place_all
from mkdocs_dossier.pages.parts.sources import gather_evidence
from mkdocs_dossier.pages.parts.statements import gather_statements
from mkdocs_dossier.pages.parts.ties import gather_encounters, gather_ties
from mkdocs_dossier.pages.parts.time import gather_time_bars
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.sentences import office_words
from mkdocs_dossier.pages.values.records import OfficeLine
from mkdocs_dossier.pages.values.text import Link, Place

RECENT = 14
"""How many events of a chronology stand open; earlier ones are folded."""


def gather_actor(scope: Scope, actor: Actor) -> ActorPage:
    """Offices, events with the office held then, statements, ties from both ends."""
    site, indexes = scope.site, scope.site.indexes
    stretches = tell_chronicle(indexes, actor)
    events = [moment.event for stretch in stretches for moment in stretch.moments]
    earlier, recent = split_recent(stretches, RECENT)
    offices, still = offices_now(actor)
    said_by = indexes.said_by.get(actor.id, [])[::-1]
    about = [*indexes.said_about.get(actor.id, []), *indexes.said_at.get(actor.id, [])]
    said_about = _without(about, said_by)[::-1]
    passed = indexes.relayed_by.get(actor.id, []) if actor.kind == "media" else []
    relayed = _without(passed, [*said_by, *said_about])[::-1]
    kicker = [site.term("kind", actor.kind, "actor").capitalize()]
    kicker += [site.dossier.name_of(actor.country)] if actor.country else []
    return ActorPage(
        head=gather_head(scope, actor, " · ".join(kicker)),
        country=scope.link(actor.country) if actor.country else None,
        control=site.term("control", actor.control) if actor.control else "",
        offices_now=tuple(
            (office_words(site, each), say_when(site, each), tokens_of(site, each))
            for each in offices
        ),
        still=still,
        existence=gather_existence(scope, actor),
        parts=scope.links(record.id for record in indexes.parts_of.get(actor.id, [])),
        bodies=scope.links(_list_bodies(site, actor)),
        people=_gather_people(scope, actor.id),
        tags=gather_tags(scope, actor),
        elsewhere=gather_elsewhere(actor),
        description=scope.prose(actor.description, "_description-", 3),
        offices=tuple(
            _gather_office(scope, office, place)
            for office, place in sorted(
                zip(actor.offices, place_all("office", actor.offices), strict=True),
                key=lambda each: _by_time(each[0]),
                reverse=True,
            )
        ),
        time_bars=gather_time_bars(scope, events),
        earlier=gather_stretches(scope, earlier),
        recent=gather_stretches(scope, recent),
        count=len(events),
        met=gather_encounters(scope, actor.id),
        ties=gather_ties(scope, indexes.ties.get(actor.id, [])),
        in_graph=_lead_to_graph(scope, actor.id),
        disputes=gather_disputes(scope, actor),
        said_by=gather_statements(scope, said_by),
        relayed=gather_statements(scope, relayed),
        said_about=gather_statements(scope, said_about),
        alone=tuple(gather_alone(scope, each) for each in site.resting.get(actor.id, [])),
        mentions=gather_mentions(scope, actor.id),
        closing=gather_closing(scope, actor),
        impact=gather_impact(scope, actor.id),
    )


def _lead_to_graph(scope: Scope, id: str) -> Link | None:
    """None for whoever is tied to nobody."""
    if not scope.site.facts.of.get(id):
        return None
    graph = f"{scope.site.addresses.index('relations')}?focus={id}"
    return Link(scope.site.texts("views.near.all"), scope.url(graph))


def _gather_office(scope: Scope, office: Office, place: Place) -> OfficeLine:
    """An office; its body is linked in its title, or after it where that does not name it."""
    site = scope.site
    return OfficeLine(
        office.title,
        gather_body(scope, office),
        is_named(site, office),
        say_when(scope.site, office),
        gather_evidence(scope, office),
        place,
        tokens_of(site, office),
    )


def _by_time(office: Office) -> tuple[bool, bool, tuple[Any, ...]]:
    """Those still held last, then by beginning; undated ones first."""
    begun = office.start or office.date
    return office.end == STILL, begun is not None, begun.sort_key if begun else ()


def _gather_people(scope: Scope, body: str) -> tuple[PersonLine, ...]:
    site, found = scope.site, []
    for id in site.indexes.people_of.get(body, []):
        person = site.dossier.actors[id]
        offices, _ = offices_now(person)
        offices = tuple(sorted(offices, key=lambda office: office.organisation != body))
        words = office_words(site, offices[0], person.country, here=body) if offices else ""
        origins = tokens_of(site, offices[0]) if offices else ""
        found.append(PersonLine(scope.link(id), words, origins))
    return tuple(found)


def _list_bodies(site: Site, actor: Actor) -> list[str]:
    """The organisations and media of a state that are part of no other body."""
    if actor.kind != "state":
        return []
    actors = site.dossier.actors
    bodies = [actors[id] for id in site.indexes.circle_of(actor.id) if id != actor.id]
    return [
        each.id
        for each in sorted(bodies, key=lambda each: (site.order(each.name), each.id))
        if each.kind != "person" and each.part_of in (None, actor.id)
    ]


def _without(said: Iterable[Said], shown: Iterable[Said]) -> list[Said]:
    """Each statement once, and none that the page has already."""
    known = {each.reference for each in shown}
    return [
        each
        for each in {each.reference: each for each in said}.values()
        if each.reference not in known
    ]
