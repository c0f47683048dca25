"""The page of an actor: a person, an organisation, a state or a media outlet."""

from dataclasses import replace
from itertools import groupby
from typing import Any

from mkdocs_dossier.model.dates import STILL
from mkdocs_dossier.model.records import Actor, Office
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.chronicle import split_recent, tell_chronicle
from mkdocs_dossier.views.entries import Entry, make_entry, offices_now
from mkdocs_dossier.views.items import Said

RECENT = 14
"""How many events of a chronology stand open; earlier ones are folded."""


def describe_actor(press: Press, actor: Actor) -> dict[str, Any]:
    """Offices, events with the office held then, statements, ties from both ends."""
    book = press.book
    stretches = tell_chronicle(book, actor)
    earlier, recent = split_recent(stretches, RECENT)
    offices, still = offices_now(actor)
    said_by = book.said_by.get(actor.id, [])[::-1]
    held = book.said_at.get(actor.id, [])
    said_about = _without([*book.said_about.get(actor.id, []), *held], said_by)[::-1]
    relayed = book.relayed_by.get(actor.id, []) if actor.kind == "media" else []
    ties = book.ties.get(actor.id, [])
    return {
        "offices": sorted(actor.offices, key=_by_time, reverse=True),
        "offices_now": offices,
        "still": still,
        "parts": [record.id for record in book.parts_of.get(actor.id, [])],
        "life": [moment.event for stretch in stretches for moment in stretch.moments],
        "earlier": earlier,
        "recent": recent,
        "earlier_count": sum(len(stretch.moments) for stretch in earlier),
        "count": sum(len(stretch.moments) for stretch in stretches),
        "said_by": said_by,
        "said_about": said_about,
        "resting": book.resting.get(actor.id, []),
        "relayed": _without(relayed, [*said_by, *said_about])[::-1],
        "tie_groups": [(label, list(group)) for label, group in groupby(ties, lambda t: t.label)],
        "tie_count": len(ties),
        "bodies": _list_bodies(press, actor),
        "people": [_make_member(press, actor, id) for id in book.people_of.get(actor.id, [])],
    }


def _make_member(press: Press, body: Actor, id: str) -> Entry:
    """The line of one of a body's people, the offices in that body first."""
    entry = make_entry(press.book, press.dossier.actors[id])
    offices = sorted(entry.offices, key=lambda office: office.organisation != body.id)
    return replace(entry, offices=tuple(offices))


def _by_time(office: Office) -> tuple[bool, bool, tuple[int, int, str]]:
    """Those still held last, then by beginning; undated ones first."""
    begun = office.start or office.date
    return office.end == STILL, begun is not None, begun.sort_key if begun else (0, 0, "")


def _list_bodies(press: Press, actor: Actor) -> list[str]:
    """The organisations and media of a state that are part of no other body."""
    if actor.kind != "state":
        return []
    actors = press.dossier.actors
    bodies = [actors[id] for id in press.book.circle_of(actor.id) if id != actor.id]
    return [
        each.id
        for each in sorted(bodies, key=lambda each: (each.name, each.id))
        if each.kind != "person" and each.part_of in (None, actor.id)
    ]


def _without(said: list[Said], shown: list[Said]) -> list[Said]:
    """Each statement once, and none that the page has already."""
    known = {id(each.statement) for each in shown}
    found: dict[int, Said] = {}
    for each in said:
        if id(each.statement) not in known:
            found.setdefault(id(each.statement), each)
    return list(found.values())
