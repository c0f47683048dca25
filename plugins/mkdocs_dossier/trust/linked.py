"""Records in the words of schema.org, with what PROV says of statements: nodes of JSON-LD.

Pages and files are made from these nodes, so that both say the same. A date stands in a field of
schema.org only where it is as sure as that field sounds; else its bounds are `temporalCoverage`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.index.addresses import Addresses
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Said, actors_of
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.provenance import Document, PartyValue, Source, Sourced, Statement
from mkdocs_dossier.model.reads import Service
from mkdocs_dossier.model.records import Actor, Event, Identified, Office, Place, Record
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.model.web import is_web_address

Node = dict[str, Any]
_ACTORS = {
    "person": "Person",
    "organisation": "Organization",
    "state": "Country",
    "media": "NewsMediaOrganization",
}
_WIKIDATA = "https://www.wikidata.org/entity/"
PROV = "http://www.w3.org/ns/prov#"
NAMELESS = "urn:x-dossier:"
"""Stands before the ids of a dossier whose site nobody knows."""


@dataclass(frozen=True)
class Linked(Service):
    """The nodes of a dossier. `site` is the site's own address, or empty."""

    indexes: Indexes
    addresses: Addresses
    site: str

    def iri(self, id: str) -> str:
        """What a record or statement is called in linked data."""
        return f"{self.site}{self.addresses.of(id)}" if self.site else f"{NAMELESS}{id}"

    def describe(self, record: Identified) -> Node:
        """A record or article."""
        node: Node = {"@id": self.iri(record.id), "@type": self._type_of(record)}
        if isinstance(record, Article):
            return _clean(node | self._article(record))
        assert isinstance(record, Record)
        node |= {
            "name": record.name,
            "alternateName": list(dict.fromkeys(alias.name for alias in record.aliases)),
            "description": record.summary,
            "url": self.iri(record.id) if self.site else None,
            "sameAs": list(_same_as(record)),
            "subjectOf": self._documents(_list_sources(record)),
        }
        if isinstance(record, Actor):
            node |= self._actor(record)
        elif isinstance(record, Event):
            node |= self._event(record)
        elif isinstance(record, Place):
            node |= self._place(record)
        return _clean(node)

    def claims(self, record: Identified) -> Iterator[Node]:
        """The statements that a record holds, and what was decided of each."""
        for said in self.indexes.said_at.get(record.id, []):
            claim = self._claim(said)
            yield claim
            yield from self._review(said.statement, claim)

    def _type_of(self, record: Identified) -> str:
        if isinstance(record, Actor):
            return _ACTORS.get(record.kind, "Thing")
        return {"event": "Event", "place": "Place", "article": "NewsArticle"}.get(
            record.section, "Thing"
        )

    def _reference(self, id: str) -> Node | None:
        found = self.indexes.dossier.get(id)
        if found is None:
            return None
        return {"@id": self.iri(id), "@type": self._type_of(found), "name": found.title_text}

    def _references(self, ids: Iterable[str]) -> list[Node]:
        return [node for id in dict.fromkeys(ids) if (node := self._reference(id))]

    def _actor(self, actor: Actor) -> Node:
        country = self._reference(actor.country) if actor.country else None
        person = actor.kind == "person"
        born, died = ("birthDate", "deathDate") if person else ("foundingDate", "dissolutionDate")
        return {
            born: _sure(actor.start),
            died: None if actor.end == STILL else _sure(actor.end),
            "nationality" if person else "location": country,
            "parentOrganization": self._reference(actor.part_of) if actor.part_of else None,
            "memberOf": [self._office(office) for office in actor.offices],
        }

    def _office(self, office: Office) -> Node:
        end = None if office.end == STILL else office.end
        return _clean(
            {
                "@type": "OrganizationRole",
                "roleName": office.title,
                "memberOf": self._reference(office.organisation) if office.organisation else None,
                "startDate": _sure(office.start),
                "endDate": _sure(end),
                "temporalCoverage": _cover(office.date),
            }
        )

    def _event(self, event: Event) -> Node:
        present = (id for party in event.participants for id in actors_of(party))
        return {
            **_when(event.date),
            "location": self._reference(event.place) if event.place else None,
            "attendee": self._references(present),
            "about": self._references(event.about),
            "superEvent": self._reference(event.part_of) if event.part_of else None,
        }

    def _place(self, place: Place) -> Node:
        latitude, longitude = place.coordinates or (None, None)
        point = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
        return {
            "geo": point if place.coordinates else None,
            "containedInPlace": self._reference(place.country) if place.country else None,
        }

    def _article(self, article: Article) -> Node:
        return {
            "headline": article.title_text,
            "abstract": article.summary,
            "datePublished": _sure(article.date),
            "temporalCoverage": None if _sure(article.date) else _cover(article.date),
            "publisher": self._reference(article.outlet) if article.outlet else None,
            "author": {"@type": "Thing", "name": article.author} if article.author else None,
            "inLanguage": article.language,
            "url": _web(article.url),
            "archivedAt": _web(article.archive_url),
        }

    def _documents(self, sources: Iterable[Source]) -> list[Node]:
        """The documents outside the dossier among sources, each once."""
        found: list[Node] = []
        for source in sources:
            node = self._document(source.document) if source.document else None
            if node and node not in found:
                found.append(node)
        return found

    def _document(self, document: Document) -> Node:
        address = _web(document.url)
        return _clean(
            {
                "@id": address,
                "@type": "CreativeWork",
                "name": document.title_text,
                "url": address,
                "archivedAt": _web(document.archive_url),
                "datePublished": _sure(document.date),
                "publisher": self._party(document.publisher) if document.publisher else None,
            }
        )

    def _claim(self, said: Said) -> Node:
        statement = said.statement
        articles = [source.article for source in statement.supporting if source.article]
        speakers = [self._party(party) for party in statement.speakers if not party.is_outlet]
        return _clean(
            {
                "@id": self.iri(said.reference),
                "@type": "Quotation" if statement.form == "direct" else "Claim",
                "text": statement.text,
                "dateCreated": _sure(self.indexes.date_of(said)),
                "about": self._references(statement.about),
                "prov:wasAttributedTo": speakers,
                "prov:wasQuotedFrom": [
                    *({"@id": self.iri(id)} for id in dict.fromkeys(articles)),
                    *self._documents(statement.supporting),
                ],
            }
        )

    def _review(self, statement: Statement, claim: Node) -> Iterator[Node]:
        """Of a statement that the curators have decided on, and of no other."""
        dossier = self.indexes.dossier
        status = dossier.vocabulary.statuses.get(statement.status)
        if status is None or not status.rank or not statement.decision:
            return
        name = dossier.settings.publisher or dossier.settings.title
        yield {
            "@type": "ClaimReview",
            "claimReviewed": statement.text,
            "itemReviewed": {"@id": claim["@id"]},
            "reviewBody": statement.decision,
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": status.rank,
                "alternateName": say(status.labels, dossier.language),
            },
            "author": {"@type": "Organization", "name": name},
        }

    def _party(self, party: PartyValue) -> Node:
        known = self._reference(party.actor) if party.actor else None
        return known or {"@type": "Thing", "name": party.name or ""}


def _list_sources(record: Record) -> Iterator[Source]:
    """What supports a record, and its offices, relations and participants."""
    facts: list[Sourced] = []
    if isinstance(record, Actor):
        facts += [*record.offices, *record.relations]
    elif isinstance(record, Event):
        facts += record.participants
    yield from (source for source in record.sources if not source.against)
    for fact in facts:
        yield from fact.supporting


def _web(address: str | None) -> str | None:
    return address if address and is_web_address(address) else None


def _same_as(record: Record) -> Iterator[str]:
    external = record.external
    if external is None:
        return
    if external.wikidata:
        yield f"{_WIKIDATA}{external.wikidata}"
    for address in (external.wikipedia, external.website):
        if address and is_web_address(address):
            yield address


def _when(date: Date | None) -> Node:
    """When an event was: start and end where they are sure, else what days it can touch."""
    if date is None:
        return {}
    if date.form == "interval":
        start, end = _sure(date.start), _sure(date.end)
        if start and (end or date.end is None):
            return {"startDate": start, "endDate": end}
    elif sure := _sure(date):
        return {"startDate": sure}
    return {"temporalCoverage": _cover(date)}


def _sure(date: Date | None) -> str | None:
    """A day, month or year in ISO 8601, where it is in no doubt and of our era."""
    if date is None or date.form != "point" or date.approximate or date.uncertain:
        return None
    first, last = date.earliest, date.latest
    if first is None or last is None or first.year < 1:
        return None
    length = {"day": 10, "month": 7, "year": 4}.get(date.precision, 0)
    return first.isoformat()[:length] or None


def _cover(date: Date | None) -> str | None:
    """The days that a date can touch, as a period of ISO 8601; an end that is open is `..`."""
    if date is None or date.form == "open":
        return None

    def bound(day: Day | None) -> str:
        return day.isoformat() if day else ".."

    return f"{bound(date.earliest)}/{bound(date.latest)}"


def _clean(node: Node) -> Node:
    """Without what is empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}
