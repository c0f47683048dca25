"""Actors, events, articles and what ties them, as entities of FollowTheMoney, one a line.

The format has dates that end early (`2024-03`) and no others: a date in doubt, or one that lasts,
is given by its bounds, and its words stand in the description. The same values stand one by one, as
its statements, each with the origins of its fact.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.stated import Stated
from mkdocs_dossier.index.items import actors_of
from mkdocs_dossier.languages.amounts import say_extras
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.provenance import Judged, Sourced, Statement
from mkdocs_dossier.model.records import Actor, Event, Identified, Office, Record, Relation
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.model.web import is_web_address

NAME, STATEMENTS = "entities.ftm.json", "statements.ftm.json"
_BETWEEN = b"\0"
_SCHEMATA = {"person": "Person", "state": "PublicBody"}
_LENGTHS = {"day": 10, "month": 7, "year": 4}
Properties = dict[str, Iterable[str | None]]


@dataclass(frozen=True)
class Entities:
    """The entities of a dossier. In their ids `.` stands for `#` and `/`, `..` for `#_`."""

    publication: Publication

    def of(self, record: Identified) -> Iterator[tuple[dict[str, Any], str]]:
        """Those of a record or article, each with the origins of its fact."""
        if isinstance(record, Actor):
            yield self._actor(record), self._origins(record)
        elif isinstance(record, Event):
            yield self._event(record), self._origins(record)
        elif isinstance(record, Article):
            yield self._article(record), ""
        for fact in self.publication.facts_of(record):
            if isinstance(fact.value, Office) and fact.value.organisation:
                entity = self._office(fact, fact.value)
            elif isinstance(fact.value, Relation):
                entity = self._relation(fact, fact.value)
            elif isinstance(fact.value, Statement):
                entity = self._statement(fact, fact.value)
            else:
                continue
            yield entity, self._origins(fact.value)

    def _origins(self, value: Record | Sourced) -> str:
        return "; ".join(self.publication.name_origins(self.publication.weigh(value)))

    def _actor(self, actor: Actor) -> dict[str, Any]:
        person = actor.kind == "person"
        start, end = (
            ("birthDate", "deathDate")
            if person
            else (
                "incorporationDate",
                "dissolutionDate",
            )
        )
        titles = [office.title for office in actor.offices if not office.organisation]
        return _entity(
            actor.id,
            _SCHEMATA.get(actor.kind, "Organization"),
            {
                **self._named(actor),
                "weakAlias": actor.short_names,
                "position": titles if person else [],
                start: [_partial(actor.start)],
                end: [None if actor.end == STILL else _partial(actor.end)],
                "website": [_web(actor.external.website)] if actor.external else [],
            },
        )

    def _event(self, event: Event) -> dict[str, Any]:
        place = self.publication.dossier.get(event.place or "")
        present = [id for party in event.participants for id in actors_of(party)]
        return _entity(
            event.id,
            "Event",
            {
                **self._named(event),
                **_when(event.date),
                "location": [place.title_text if place else None],
                "involved": [id for id in present if id in self.publication.dossier.actors],
                "notes": self._told(event, event.date),
                "proof": _proofs(event.sources),
            },
        )

    def _article(self, article: Article) -> dict[str, Any]:
        outlet = self.publication.dossier.actors.get(article.outlet or "")
        return _entity(
            article.id,
            "Article",
            {
                "title": [article.title_text],
                "summary": [article.summary],
                "author": [article.author],
                "publishedAt": [_partial(article.date)],
                "sourceUrl": [_web(article.url)],
                "publisher": [outlet.name if outlet else None],
                "keywords": article.tags,
            },
        )

    def _office(self, fact: Stated, office: Office) -> dict[str, Any]:
        return _entity(
            fact.id,
            "Membership",
            {
                "member": [fact.holder.id],
                "organization": [office.organisation],
                "role": [office.title],
                **self._lasting(office),
                "sourceUrl": self._place(fact),
            },
        )

    def _relation(self, fact: Stated, relation: Relation) -> dict[str, Any]:
        dossier = self.publication.dossier
        label = dossier.vocabulary.label("relation_type", relation.type, dossier.language)
        return _entity(
            fact.id,
            "UnknownLink",
            {
                "subject": [fact.holder.id],
                "object": [relation.with_],
                "role": [label],
                "summary": list(filter(None, [say_extras(relation, self.publication.texts)])),
                "status": [self._status(relation)],
                **self._lasting(relation),
                "sourceUrl": self._place(fact),
            },
        )

    def _statement(self, fact: Stated, statement: Statement) -> dict[str, Any]:
        parties = (*statement.speakers, *statement.to)
        named = [each for party in parties for each in actors_of(party)]
        known = self.publication.dossier.actors
        return _entity(
            fact.id,
            "Note",
            {
                "name": [fact.id],
                "description": [statement.text],
                "notes": [f"{self._status(statement)}. {self.publication.tell_origins(statement)}"],
                "entity": [each for each in (*named, *statement.about) if each in known],
                "proof": _proofs(statement.sources),
                "sourceUrl": self._place(fact),
            },
        )

    def _place(self, fact: Stated) -> list[str]:
        return [self.publication.address_of_fact(fact)] if self.publication.site else []

    def _named(self, record: Record) -> Properties:
        external = record.external
        site = self.publication.site
        return {
            "name": [record.name],
            "alias": [alias.name for alias in record.aliases],
            "summary": [record.summary],
            "keywords": record.tags,
            "sourceUrl": [self.publication.address_of(record.id)] if site else [],
            "wikidataId": [external.wikidata if external else None],
            "wikipediaUrl": [_web(external.wikipedia) if external else None],
        }

    def _lasting(self, value: Office | Relation) -> Properties:
        end = None if value.end == STILL else value.end
        return {
            "startDate": [
                _partial(value.start) or _bound(value.start.earliest if value.start else None)
            ],
            "endDate": [_partial(end) or _bound(end.latest if end else None)],
            "date": [_partial(value.date)],
            "description": self._told(value, value.date or value.start),
            "proof": _proofs(value.sources),
        }

    def _told(self, value: Sourced | Record, date: Date | None) -> list[str]:
        words = f"{say_date(date, self.publication.texts)}. " if date else ""
        return [f"{words}{self.publication.tell_origins(value)}"]

    def _status(self, value: Judged) -> str:
        dossier = self.publication.dossier
        return dossier.vocabulary.label("status", value.status, dossier.language)


def make_entities(publication: Publication) -> Iterator[File]:
    """The entities, and their statements in the order of their bytes, as the library wants them."""
    entities, rows = Entities(publication), 0
    parts, stated = list[bytes](), list[bytes]()
    for record in publication.dossier.everything():
        make = partial(_write_record, entities, record)
        # a statement says of when it is
        piece = publication.piece(f"ftm {publication.now}", record.id, make)
        lines, _, found = piece.partition(_BETWEEN)
        parts.append(lines)
        rows += lines.count(b"\n")
        stated += found.splitlines(keepends=True)
    yield File(NAME, parts, main=True, rows=rows)
    title = publication.texts("data.ftm-statements")
    stated.sort()
    yield File(STATEMENTS, stated, rows=len(stated), title=title)


def _write_record(entities: Entities, record: Identified) -> bytes:
    """A line an entity, then a line a statement."""
    lines, stated = [], [_BETWEEN]
    for entity, origins in entities.of(record):
        lines += [orjson.dumps(entity), b"\n"]
        for each in _state(entities.publication, entity, origins):
            stated += [orjson.dumps(each), b"\n"]
    return b"".join([*lines, *stated])


def _state(
    publication: Publication, entity: dict[str, Any], origins: str
) -> Iterator[dict[str, Any]]:
    """A statement for each value of an entity, without what the library adds by itself.

    `origin` names those of its fact.
    """
    dataset, id = slugify(publication.dossier.settings.title).replace("-", "_"), entity["id"]
    same = {"schema": entity["schema"], "dataset": dataset}
    same |= {"first_seen": str(publication.now)} if publication.now else {}
    same |= {"origin": origins} if origins else {}
    for prop, values in entity["properties"].items():
        for value in values:
            yield {"canonical_id": id, "entity_id": id, "prop": prop, "value": value, **same}


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Any]:
    found = {
        name: list(dict.fromkeys(_refer(value, name) for value in values if value))
        for name, values in properties.items()
    }
    kept = {name: values for name, values in found.items() if values}
    return {"id": _name(id), "schema": schema, "properties": kept}


def _refer(value: str, name: str) -> str:
    ends = ("member", "organization", "subject", "object", "entity", "involved", "proof")
    return _name(value) if name in ends else str(value)


def _name(id: str) -> str:
    return id.replace("#_", "..").replace("#", ".").replace("/", ".")


def _proofs(sources: Iterable[Any]) -> list[str]:
    return [source.article for source in sources if source.article and not source.against]


def _when(date: Date | None) -> Properties:
    if sure := _partial(date):
        return {"date": [sure]}
    if date is None:
        return {}
    return {"startDate": [_bound(date.earliest)], "endDate": [_bound(date.latest)]}


def _partial(date: Date | None) -> str | None:
    """A day, month or year that is in no doubt."""
    if date is None or date.form != "point" or date.approximate or date.uncertain:
        return None
    bound = _bound(date.earliest)
    return bound[: _LENGTHS.get(date.precision, 0)] or None if bound else None


def _bound(day: Day | None) -> str | None:
    return day.isoformat() if day and day.year > 0 else None


def _web(address: str | None) -> str | None:
    return address if address and is_web_address(address) else None


FORMAT = Format(
    "ftm",
    make_entities,
    "curl -O {file}\nftm validate -i entities.ftm.json",
    order=65,
)
