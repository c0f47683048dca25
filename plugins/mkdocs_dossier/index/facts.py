"""What ties two actors, fact by fact: relations, offices, membership, events, statements.

The graph, the matrix, the table and the dyads all show these, so that they cannot disagree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Said, actors_of, date_order
from mkdocs_dossier.index.keys import name_all
from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.provenance import PartyValue
from mkdocs_dossier.model.reads import Service, made_once
from mkdocs_dossier.model.records import Actor, Event, Identified, Office, Relation

Sort = Literal["relation", "office", "part", "event", "statement"]
Pair = tuple[str, str]
CROWD = 12
MOST = 600
"""So many facts fit on a page that weighs no more than 150 kB, compressed."""


@dataclass(frozen=True)
class Fact:
    """One tie between two actors, read from `source` to `target`.

    `type` is the relation's type, or the `sort` itself where there is no finer one. `value` is
    what it comes from; for `part`, the actor that is part of the other. `since` and `until` bound
    it in time; both None: no date is known. `open`: it may still last. `key` is unique and steady.
    """

    sort: Sort
    type: str
    source: str
    target: str
    value: Relation | Office | Actor | Event | Said
    key: str
    date: Date | None = None
    since: Date | None = None
    until: Date | None = None
    open: bool = False
    directed: bool = True
    former: str = ""
    """What a relation or office was called by its number, which may have moved since."""

    @property
    def pair(self) -> Pair:
        """Its two actors, in order of id."""
        return pair_of(self.source, self.target)

    @property
    def when(self) -> Date | None:
        """The date by which lists order it."""
        return self.date or self.since or self.until

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The first and last year it may touch; None on a side that is open, or both unknown."""
        first, last = self.date or self.since, self.date or self.until
        return (
            first.earliest.year if first and first.earliest else None,
            None if self.open else last.latest.year if last and last.latest else None,
        )


def pair_of(one: str, other: str) -> Pair:
    """Two ids in order, as an unordered pair."""
    return (one, other) if one < other else (other, one)


def gather_facts(indexes: Indexes) -> list[Fact]:
    """All facts, in order of pair, then time, then key."""
    found = [
        fact for record in indexes.dossier.everything() for fact in gather_facts_of(indexes, record)
    ]
    return sorted(found, key=lambda fact: (fact.pair, date_order(fact.when), fact.key))


def gather_facts_of(indexes: Indexes, record: Identified) -> Iterator[Fact]:
    """The facts that one file holds, in its order."""
    if isinstance(record, Actor):
        yield from _relations(indexes, record)
        yield from _offices(indexes, record)
        yield from _part(indexes, record)
    elif isinstance(record, Event):
        yield from _event(indexes, record)
    for said in indexes.said_at.get(record.id, []):
        yield from _statement(indexes, said)


@dataclass(frozen=True)
class Facts(Service):
    """All facts of a dossier, gathered once, by whom they tie."""

    indexes: Indexes

    @made_once
    def all(self) -> list[Fact]:
        """All facts, in order of pair, then time, then key."""
        return gather_facts(self.indexes)

    @made_once
    def of(self) -> dict[str, list[Fact]]:
        """The facts of each actor, in the same order."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.all:
            for id in fact.pair:
                found[id].append(fact)
        return dict(found)

    @made_once
    def between(self) -> dict[Pair, list[Fact]]:
        """The facts of each pair, in the same order."""
        return group_by_pair(self.all)

    @made_once
    def on_page(self) -> dict[int, list[Fact]]:
        """The facts of each page of the overview, from 1: as many as one can hold."""
        return dict(enumerate(cut_by_connection(self.all, MOST), 1))

    @made_once
    def page_count(self) -> int:
        """On how many pages the overview stands."""
        return max(1, -(-len(self.all) // MOST))


def group_by_pair(facts: list[Fact]) -> dict[Pair, list[Fact]]:
    """The facts of each pair, in the order given."""
    found: dict[Pair, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.pair].append(fact)
    return dict(found)


def cut_by_connection(facts: list[Fact], most: int = MOST) -> list[list[Fact]]:
    """At most so many facts each time, in their order: first those between the actors that have
    most.
    """
    if len(facts) <= most:
        return [facts]
    weight = Counter(id for fact in facts for id in fact.pair)
    places = range(len(facts))
    ranked = sorted(
        places, key=lambda at: (-min(weight[id] for id in facts[at].pair), facts[at].key)
    )
    parts = (sorted(ranked[start : start + most]) for start in range(0, len(facts), most))
    return [[facts[place] for place in part] for part in parts]


def _relations(indexes: Indexes, actor: Actor) -> Iterator[Fact]:
    types = indexes.dossier.vocabulary.relation_types
    for tie in indexes.ties.get(actor.id, []):
        if tie.forward and tie.actor != tie.other:
            relation = tie.relation
            yield Fact(
                "relation",
                relation.type,
                tie.actor,
                tie.other,
                relation,
                f"{tie.holder}-relation-{tie.key}",
                *_lasting(relation),
                directed=not types[relation.type].symmetric,
                former=f"{tie.holder}-relation-{tie.index + 1}",
            )


def _offices(indexes: Indexes, actor: Actor) -> Iterator[Fact]:
    for number, (office, name) in enumerate(
        zip(actor.offices, name_all(actor.offices), strict=True), 1
    ):
        if office.organisation in indexes.dossier.actors and office.organisation != actor.id:
            key = f"{actor.id}-office-{name}"
            times = _lasting(office)
            body = office.organisation
            former = f"{actor.id}-office-{number}"
            yield Fact("office", "office", actor.id, body, office, key, *times, former=former)


def _lasting(value: Relation | Office) -> tuple[Date | None, Date | None, Date | None, bool]:
    """The date, since when, until when, and whether it may still last."""
    end = None if value.end == STILL else value.end
    lasts = value.date is None and end is None and (value.start is not None or value.end == STILL)
    return value.date, value.start, end, lasts


def _part(indexes: Indexes, actor: Actor) -> Iterator[Fact]:
    if actor.part_of in indexes.dossier.actors and actor.part_of != actor.id:
        yield Fact("part", "part", actor.id, actor.part_of, actor, f"{actor.id}-part")


def _event(indexes: Indexes, event: Event) -> Iterator[Fact]:
    """Those who took part in one event, each with each; of a crowd, the first CROWD named."""
    present = dict.fromkeys(
        actor for party in event.participants for actor in _known(indexes, party)
    )
    for one, other in combinations(list(present)[:CROWD], 2):
        yield Fact(
            "event",
            "event",
            one,
            other,
            event,
            f"{event.id}-{'-'.join(pair_of(one, other))}",
            date=event.date,
            directed=False,
        )


def _statement(indexes: Indexes, said: Said) -> Iterator[Fact]:
    """A speaker, and each actor that is spoken to or about."""
    statement = said.statement
    speakers = [id for party in statement.speakers for id in _known(indexes, party)]
    addressed = [id for party in statement.to for id in _known(indexes, party)]
    subjects = [id for id in statement.about if id in indexes.dossier.actors]
    for speaker in dict.fromkeys(speakers):
        for target in dict.fromkeys([*addressed, *subjects]):
            if speaker != target:
                yield Fact(
                    "statement",
                    "statement",
                    speaker,
                    target,
                    said,
                    f"{said.reference.replace('#', '-')}-{speaker}-{target}",
                    date=indexes.date_of(said),
                )


def _known(indexes: Indexes, party: PartyValue) -> list[str]:
    return [id for id in actors_of(party) if id in indexes.dossier.actors]
