"""The dossier as a network: actors, and every tie between two of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables.facts import SEPARATOR, name_offices
from mkdocs_dossier.index.encounters import list_meetings
from mkdocs_dossier.index.facts import Fact, Pair, gather_facts_of
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.offices import offices_at
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Actor, Event, Identified, Office, Relation

Attribute = str | int | float | bool
Attributes = dict[str, Attribute]
NODE_ATTRIBUTES = ("kind", "country", "summary", "address")
EDGE_ATTRIBUTES: dict[str, type] = {
    "sort": str,
    "type": str,
    "fact": str,
    "address": str,
    "symmetric": bool,
    "met": bool,
    "share": float,
    "amount": float,
    "currency": str,
    "date": str,
    "earliest": str,
    "latest": str,
    "status": str,
    "source_offices": str,
    "target_offices": str,
    "origins": str,
    "origin_count": int,
    "state_media_only": bool,
}
"""What an edge tells, and as what. All edges are directed; a `symmetric` one reads both ways."""


@dataclass(frozen=True)
class Edge:
    """A tie; `id` is unique and steady. `attributes` are some of EDGE_ATTRIBUTES."""

    id: str
    source: str
    target: str
    label: str
    attributes: Attributes


@dataclass(frozen=True)
class Network:
    """The network of a dossier."""

    publication: Publication

    def node(self, actor: Actor) -> Attributes:
        """What NODE_ATTRIBUTES say of an actor, as far as known."""
        country = {"country": str(actor.country)} if actor.country else {}
        address = self.publication.address_of(actor.id)
        kept: Attributes = {"kind": str(actor.kind), **country, "summary": actor.summary}
        return kept | {"address": address}

    def edges(self, record: Identified) -> Iterator[Edge]:
        """Each tie that a file holds, and each meeting that is none of them: of a crowd, not all
        pairs are ties.
        """
        indexes, told, known = self.publication.indexes, set[Pair](), dict[int, Attributes]()
        met = list_meetings(indexes, record) if isinstance(record, Event) else set()
        for fact in gather_facts_of(indexes, record):
            if isinstance(fact.value, Event):
                told.add(fact.pair)
            yield self._edge(fact, met, known)
        for pair in sorted(met - told):
            assert isinstance(record, Event)
            key = f"{record.id}-{'-'.join(pair)}"
            fact = Fact("event", "event", *pair, record, key, record.date, directed=False)
            yield self._edge(fact, met, known)

    def _edge(self, fact: Fact, met: set[Pair], known: dict[int, Attributes]) -> Edge:
        """`known` is what has been told of facts: an event ties many pairs."""
        value = fact.value.statement if isinstance(fact.value, Said) else fact.value
        held: Sourced | Event | None = None if isinstance(value, Actor) else value
        if id(held) not in known:
            known[id(held)] = self._told(held)
        told = known[id(held)]
        kept: Attributes = {"sort": fact.sort, "type": self._type_of(fact)}
        kept |= {name: told[name] for name in ("fact", "address") if name in told}
        kept |= {"symmetric": not fact.directed, "met": False} | _bound(fact)
        if isinstance(value, Relation):
            kept |= _measure(value)
        if isinstance(value, Event):
            kept["met"] = fact.pair in met
            for end, one in (("source", fact.source), ("target", fact.target)):
                actor = self.publication.dossier.actors[one]
                if offices := offices_at(actor, value.date):
                    kept[f"{end}_offices"] = name_offices(offices)
        return Edge(fact.key, fact.source, fact.target, self._label(fact), kept | told)

    def _told(self, value: Sourced | Event | None) -> Attributes:
        """Its place, status and origins: that an actor is part of another stands on its record
        alone.
        """
        if value is None:
            return {}
        stated, trust = self.publication.fact_of(value), self.publication.weigh(value)
        address = self.publication.address_of_fact(stated)
        kept: Attributes = {"fact": stated.id, "address": address}
        kept |= {"status": trust.status} if trust.status else {}
        names = SEPARATOR.join(self.publication.name_origins(trust))
        kept |= {"origins": names} if names else {}
        return kept | {"origin_count": len(trust.origins), "state_media_only": trust.state_only}

    def _type_of(self, fact: Fact) -> str:
        if isinstance(fact.value, Event):
            return str(fact.value.kind)
        if isinstance(fact.value, Said):
            return str(fact.value.statement.act or fact.type)
        return fact.type

    def _label(self, fact: Fact) -> str:
        dossier, value = self.publication.dossier, fact.value
        if isinstance(value, Event):
            return value.name
        if isinstance(value, Said):
            return value.statement.text
        if isinstance(value, Office):
            return value.title
        if isinstance(value, Relation):
            return dossier.vocabulary.label("relation_type", value.type, dossier.language)
        return self.publication.texts("data.graph.part")


def _measure(relation: Relation) -> Attributes:
    """The share and the sum of money that a relation stands for."""
    kept: Attributes = {} if relation.share is None else {"share": relation.share}
    if relation.amount:
        kept |= {"amount": relation.amount.value, "currency": relation.amount.currency}
    return kept


def _bound(fact: Fact) -> Attributes:
    """When it holds: the date as written, and the first and last day that it can touch."""
    first, last = fact.date or fact.since, fact.date or fact.until
    kept: Attributes = {}
    if fact.date:
        kept["date"] = fact.date.text
    elif fact.since or fact.until:
        until = ".." if fact.open else _text(fact.until)
        kept["date"] = f"{_text(fact.since)}/{until}"
    if first and first.earliest:
        kept["earliest"] = str(first.earliest)
    if last and last.latest and not fact.open:
        kept["latest"] = str(last.latest)
    return kept


def _text(date: Date | None) -> str:
    return date.text if date else ""
