"""The events of an actor in order of time, each with the office held then."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Part, event_order
from mkdocs_dossier.index.offices import Held, offices_at
from mkdocs_dossier.model.records import Actor, Event, Participant


@dataclass(frozen=True)
class Doer:
    """Somebody in whose person a state or a body took part, with the offices held then.

    Those in that body come first.
    """

    actor: Actor
    participant: Participant | None
    offices: tuple[Held, ...]


@dataclass(frozen=True)
class Moment:
    """One event in an actor's life.

    `participant` is the actor's own part, None when it took part only through `doers`. `within`:
    the event that contains this one is in the same chronology.
    """

    event: Event
    participant: Participant | None = None
    doers: tuple[Doer, ...] = ()
    within: bool = False


@dataclass(frozen=True)
class Stretch:
    """Successive moments in which a person held the same offices; empty: none is known.

    `offices` is None for actors that hold none.
    """

    offices: tuple[Held, ...] | None
    moments: tuple[Moment, ...]


def tell_chronicle(indexes: Indexes, actor: Actor) -> list[Stretch]:
    """All events of an actor: its own; for a state or body, those of its people in office too."""
    own, through = _find_events(indexes, actor)
    ids = own.keys() | through.keys()
    events = order_within(indexes, ids)
    moments = [
        Moment(
            event,
            own[event.id].participant if event.id in own else None,
            () if event.id in own else tuple(through[event.id]),
            event.part_of in ids,
        )
        for event in events
    ]
    if actor.kind != "person":
        return [Stretch(None, tuple(moments))] if moments else []
    held = groupby(moments, key=lambda moment: _titles(offices_at(actor, moment.event.date)))
    stretches = []
    for _, group in held:
        same = tuple(group)
        stretches.append(Stretch(tuple(offices_at(actor, same[0].event.date)), same))
    return stretches


def list_events(indexes: Indexes, actor: Actor) -> set[str]:
    """The ids of all events in an actor's chronicle."""
    own, through = _find_events(indexes, actor)
    return own.keys() | through.keys()


def split_recent(stretches: list[Stretch], keep: int) -> tuple[list[Stretch], list[Stretch]]:
    """What came before the last `keep` moments, and these. Too few to be worth folding stay."""
    moments = [moment for stretch in stretches for moment in stretch.moments]
    before = len(moments) - keep if len(moments) > keep * 3 // 2 else 0
    while before and moments[before].within:  # its containing event is further up
        before -= 1
    earlier: list[Stretch] = []
    recent: list[Stretch] = []
    for stretch in stretches:
        first, last = stretch.moments[:before], stretch.moments[before:]
        before = max(0, before - len(stretch.moments))
        earlier += [Stretch(stretch.offices, first)] if first else []
        recent += [Stretch(stretch.offices, last)] if last else []
    return earlier, recent


def order_within(indexes: Indexes, ids: Collection[str]) -> list[Event]:
    """Events in order of time, none before the event that contains it, however vague its date."""

    def key(event: Event) -> tuple[object, ...]:
        around = indexes.dossier.events.get(event.part_of or "")
        if around and around.id in ids and event_order(event) < event_order(around):
            return *event_order(around), 1, event_order(event)
        return *event_order(event), 0, event_order(event)

    return sorted((indexes.dossier.events[id] for id in ids), key=key)


def _find_events(indexes: Indexes, actor: Actor) -> tuple[dict[str, Part], dict[str, list[Doer]]]:
    """Its own events; and those in which others took part for it."""
    own = {part.event.id: part for part in indexes.parts.get(actor.id, [])}
    return own, _events_through(indexes, actor)


def _events_through(indexes: Indexes, actor: Actor) -> dict[str, list[Doer]]:
    found: dict[str, list[Doer]] = {}
    for id, part in _parts_of_others(indexes, actor):
        other = indexes.dossier.actors[id]
        offices = offices_at(other, part.event.date)
        in_body = [held for held in offices if held.office.organisation == actor.id]
        if actor.kind == "state" or in_body:
            first = (*in_body, *(held for held in offices if held not in in_body))
            found.setdefault(part.event.id, []).append(Doer(other, part.participant, first))
    return found


def _parts_of_others(indexes: Indexes, actor: Actor) -> list[tuple[str, Part]]:
    others = indexes.people_of.get(actor.id, [])
    if actor.kind == "state":
        others = [id for id in indexes.circle_of(actor.id) if id != actor.id]
    return [(id, part) for id in others for part in indexes.parts.get(id, [])]


def _titles(offices: list[Held]) -> tuple[tuple[str, bool], ...]:
    return tuple((held.office.title, held.certain) for held in offices)
