"""Whom a person met, and when."""

from dataclasses import dataclass

from mkdocs_dossier.index.facts import Pair, pair_of
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.offices import Held, offices_at
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.model.records import Event


@dataclass(frozen=True)
class Meeting:
    """An event at which two met, with the offices that the other one held then."""

    event: Event
    offices: tuple[Held, ...]


@dataclass(frozen=True)
class Encounter:
    """Somebody whom an actor met, and each time, the last one first."""

    other: str
    meetings: tuple[Meeting, ...]


def list_encounters(indexes: Indexes, id: str) -> list[Encounter]:
    """The persons whom a person met, the latest encounter first.

    Only an event whose kind says that its participants met is one. Where several states are
    present, those of the person's own are its delegation, not whom it met.
    """
    if indexes.dossier.actors[id].kind != "person":
        return []
    found: dict[str, list[Meeting]] = {}
    for event in reversed([part.event for part in indexes.parts.get(id, [])]):
        if not indexes.dossier.vocabulary.event_kind(event.kind).met:
            continue
        for other in _met_at(indexes, event, id):
            held = tuple(offices_at(indexes.dossier.actors[other], event.date))
            found.setdefault(other, []).append(Meeting(event, held))
    return [Encounter(other, tuple(meetings)) for other, meetings in found.items()]


def list_meetings(indexes: Indexes, event: Event) -> set[Pair]:
    """Each two persons of whom one met the other at an event."""
    if not indexes.dossier.vocabulary.event_kind(event.kind).met:
        return set()
    named = dict.fromkeys(str(party.actor) for party in event.participants if party.actor)
    return {pair_of(id, other) for id in named for other in _met_at(indexes, event, id)}


def _met_at(indexes: Indexes, event: Event, id: str) -> list[str]:
    named = dict.fromkeys(party.actor for party in event.participants if party.actor)
    actors = indexes.dossier.actors
    persons = [str(each) for each in named if each in actors and actors[each].kind == "person"]
    if id not in persons:
        return []
    own = state_of(indexes.dossier, id)
    others = [each for each in persons if each != id]
    return [
        each for each in others if own is None or state_of(indexes.dossier, each) != own
    ] or others
