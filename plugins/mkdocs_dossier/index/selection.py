"""Part of the facts, or of the chronology, as a curator or a reader chooses it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.index.facts import Fact
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.index.timeline import Entry


@dataclass(frozen=True)
class Choice:
    """What to keep; empty means all. Years are included.

    `actors`: in a chronology, all of them must take part; among facts, both ends must be of them.
    A state takes part through its people and bodies too.
    """

    actors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    doubt: bool = False


def choose_entries(indexes: Indexes, entries: Sequence[Entry], choice: Choice) -> list[Entry]:
    """The entries of a chronology that a choice keeps, in their order."""
    circles = [set(indexes.circle_of(id)) for id in choice.actors]
    return [
        entry
        for entry in entries
        if all(circle & set(entry.actors) for circle in circles)
        and _meets(choice.states, entry.states)
        and _meets(choice.places, (entry.place or "",))
        and _meets(choice.kinds, (entry.kind,))
        and _within(entry.years, choice)
        and (entry.doubt or not choice.doubt)
    ]


def choose_facts(indexes: Indexes, facts: Sequence[Fact], choice: Choice) -> list[Fact]:
    """The facts that a choice keeps, in their order. In a period, only those with a date."""
    inside = {member for id in choice.actors for member in indexes.circle_of(id)}
    period = choice.since or choice.until
    return [
        fact
        for fact in facts
        if (not inside or (fact.source in inside and fact.target in inside))
        and _meets(choice.states, tuple(state_of(indexes.dossier, id) or "" for id in fact.pair))
        and _meets(choice.types, (fact.type, fact.sort))
        and (not period or ((any(fact.years) or fact.open) and _within(fact.years, choice)))
    ]


def _meets(wanted: Sequence[str], found: Sequence[str]) -> bool:
    return not wanted or bool(set(wanted) & set(found))


def _within(years: tuple[int | None, int | None], choice: Choice) -> bool:
    first, last = years
    late = choice.until is not None and first is not None and first > choice.until
    early = choice.since is not None and last is not None and last < choice.since
    return not late and not early
