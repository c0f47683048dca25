"""An actor among those it is tied to, and whom it met."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.facts import Facts
from mkdocs_dossier.views.graph import Graph, draw_graph
from mkdocs_dossier.views.offices import Held, offices_at
from mkdocs_dossier.views.states import state_of

NEIGHBOURS = 14
WIDE, TALL = (680, 440), (340, 480)


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


def draw_neighbourhood(
    dossier: Dossier, facts: Facts, id: str, hues: Mapping[str, int]
) -> tuple[Graph, Graph] | None:
    """The actor and those most tied to it, on a wide and a tall canvas.

    None with fewer than two others: the list of relations says as much in a line.
    `hues` are the colours of the states, the same on all pages.
    """
    own = [fact for fact in facts.of.get(id, []) if fact.sort != "statement"]
    weight = Counter(other for fact in own for other in fact.pair if other != id)
    nearest = sorted(weight, key=lambda other: (-weight[other], other))[:NEIGHBOURS]
    if len(nearest) < 2:
        return None
    pairs = combinations(sorted({id, *nearest}), 2)
    inside = [fact for pair in pairs for fact in facts.between.get(pair, [])]
    return (
        draw_graph(dossier, inside, WIDE, hues=hues),
        draw_graph(dossier, inside, TALL, hues=hues),
    )


def list_encounters(book: Book, id: str) -> list[Encounter]:
    """The persons whom a person met, the latest encounter first.

    Only an event whose kind says that its participants met is one. Where several states are
    present, those of the person's own are its delegation, not whom it met.
    """
    if book.dossier.actors[id].kind != "person":
        return []
    found: dict[str, list[Meeting]] = {}
    for event in reversed([part.event for part in book.parts.get(id, [])]):
        if not book.dossier.vocabulary.event_kind(event.kind).met:
            continue
        for other in _met_at(book, event, id):
            held = tuple(offices_at(book.dossier.actors[other], event.date))
            found.setdefault(other, []).append(Meeting(event, held))
    return [Encounter(other, tuple(meetings)) for other, meetings in found.items()]


def _met_at(book: Book, event: Event, id: str) -> list[str]:
    named = dict.fromkeys(party.actor for party in event.participants if party.actor)
    actors = book.dossier.actors
    persons = [str(each) for each in named if each in actors and actors[each].kind == "person"]
    if id not in persons:
        return []
    own = state_of(book.dossier, id)
    others = [each for each in persons if each != id]
    return [each for each in others if own is None or state_of(book.dossier, each) != own] or others
