"""An actor among those it is tied to, and whom it met."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.model.records import Event
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.facts import Fact
from mkdocs_dossier.views.graph import Graph, draw_graph
from mkdocs_dossier.views.offices import Held, offices_at

NEIGHBOURS = 14
WIDE, TALL = (680, 440), (340, 480)
APART = frozenset({"message", "vote", "statement", "war", "test", "end", "closure", "crisis"})
"""Kinds of event whose participants need not have been in one place."""


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
    book: Book, facts: list[Fact], id: str, hues: Mapping[str, int]
) -> tuple[Graph, Graph] | None:
    """The actor and those most tied to it, on a wide and a tall canvas.

    None with fewer than two others: the list of relations says as much in a line.
    `hues` are the colours of the states, the same on all pages.
    """
    drawn = [fact for fact in facts if fact.sort != "statement"]
    weight = Counter(other for fact in drawn if id in fact.pair for other in fact.pair)
    del weight[id]
    nearest = sorted(weight, key=lambda other: (-weight[other], other))[:NEIGHBOURS]
    if len(nearest) < 2:
        return None
    kept = {id, *nearest}
    inside = [fact for fact in drawn if fact.source in kept and fact.target in kept]
    return (
        draw_graph(book.dossier, inside, WIDE, hues=hues),
        draw_graph(book.dossier, inside, TALL, hues=hues),
    )


def list_encounters(book: Book, id: str) -> list[Encounter]:
    """The persons whom a person met, the latest encounter first."""
    found: dict[str, list[Meeting]] = {}
    for event in reversed([part.event for part in book.parts.get(id, [])]):
        if event.kind in APART:
            continue
        for other in _persons_at(book, event):
            if other != id:
                held = tuple(offices_at(book.dossier.actors[other], event.date))
                found.setdefault(other, []).append(Meeting(event, held))
    return [Encounter(other, tuple(meetings)) for other, meetings in found.items()]


def _persons_at(book: Book, event: Event) -> list[str]:
    named = [party.actor for party in event.participants if party.actor]
    actors = book.dossier.actors
    return [str(id) for id in dict.fromkeys(named) if id in actors and actors[id].kind == "person"]
