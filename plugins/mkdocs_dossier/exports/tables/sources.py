"""Tables of sources: where each fact is written, and through whose hands it came."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.stated import name_sources
from mkdocs_dossier.exports.tables.facts import SEPARATOR
from mkdocs_dossier.exports.tables.table import (
    Column,
    Row,
    Table,
    date_cells,
    date_columns,
    field_cells,
    field_columns,
)
from mkdocs_dossier.model.provenance import Document, PartyValue, Source, Statement
from mkdocs_dossier.model.records import Identified, Participant
from mkdocs_dossier.model.references import OUTLET

_SOURCE = ("article", "statement", "quote", "against", "note")
_DOCUMENT = ("title", "untitled", "url", "retrieved", "archive_url", "date")
_PARTY = ("actor", "name", "count", "for", "led_by", "note")


@dataclass(frozen=True)
class Shown:
    """A party where it stands: in a fact, as speaker or addressee, or in one of its sources."""

    id: str
    fact: str
    source: str
    as_: str
    number: int
    party: PartyValue


def _list_sources(publication: Publication, record: Identified) -> Iterator[Row]:
    dossier = publication.dossier
    for fact in publication.facts_of(record):
        for id, source in name_sources(fact):
            row: Row = {"id": id, "fact": fact.id, **field_cells(source, _SOURCE)}
            row |= {"supports": SEPARATOR.join(source.supports)} if source.supports else {}
            if source.document:
                cells = field_cells(source.document, _DOCUMENT)
                row |= {f"document_{name}": cell for name, cell in cells.items()}
            article = dossier.articles.get(source.article or "")
            row |= date_cells("verified", dossier.verified.date_of(source, article))
            anchor = publication.indexes.passages.anchor(source)
            if article and anchor:
                row["passage"] = f"{publication.address_of(article.id)}#{anchor}"
            yield row


def _list_parties(publication: Publication, record: Identified) -> Iterator[Shown]:
    """Every party of a file where it stands."""
    for fact in publication.facts_of(record):
        if isinstance(fact.value, Participant):
            yield Shown(fact.id, fact.id, "", "participant", 1, fact.value)
        if isinstance(fact.value, Statement):
            for as_, parties in (("speaker", fact.value.speakers), ("addressee", fact.value.to)):
                for number, party in enumerate(parties, 1):
                    yield Shown(f"{fact.id}/{as_}/{number}", fact.id, "", as_, number, party)
        for id, source in name_sources(fact):
            for as_, parties in _parties_of(source):
                for number, party in enumerate(parties, 1):
                    yield Shown(f"{id}/{as_}/{number}", fact.id, id, as_, number, party)


def _parties_of(source: Source) -> Iterator[tuple[str, list[PartyValue]]]:
    yield "relay", source.relays
    if source.document:
        document = source.document
        yield "publisher", [document.publisher] if document.publisher else []
        yield "republisher", [document.republisher] if document.republisher else []


def _list_party_rows(publication: Publication, record: Identified) -> Iterator[Row]:
    for shown in _list_parties(publication, record):
        cells = field_cells(shown.party, _PARTY)
        outlet = cells.get("actor") == OUTLET
        if outlet:
            del cells["actor"]
        row: Row = {"id": shown.id, "fact": shown.fact}
        row |= {"source": shown.source} if shown.source else {}
        yield row | {"as": shown.as_, "number": shown.number, **cells, "own_voice": outlet}


def _list_members(publication: Publication, record: Identified) -> Iterator[Row]:
    for shown in _list_parties(publication, record):
        for actor in dict.fromkeys(shown.party.including):
            yield {"party": shown.id, "actor": str(actor)}


_FACT = Column("fact", required=True, to="facts")
SOURCE_TABLES = (
    Table(
        "sources",
        (
            Column("id", required=True),
            _FACT,
            *field_columns(Source, _SOURCE),
            Column("supports", of=Source),
            *(
                Column(f"document_{each.name}", each.form, of=Document)
                for each in field_columns(Document, _DOCUMENT)
            ),
            *date_columns("verified"),
            Column("passage"),
        ),
        _list_sources,
    ),
    Table(
        "parties",
        (
            Column("id", required=True),
            _FACT,
            Column("source", to="sources"),
            Column("as", required=True),
            Column("number", "integer", required=True),
            *field_columns(PartyValue, _PARTY),
            Column("own_voice", "boolean", required=True),
        ),
        _list_party_rows,
    ),
    Table(
        "party_members",
        (
            Column("party", required=True, to="parties"),
            Column("actor", required=True, to="actors"),
        ),
        _list_members,
        key=2,
    ),
)
