"""Tables of what follows from all records together: meetings, mentions; and the words used."""

from collections.abc import Iterator

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables.facts import SEPARATOR, name_offices
from mkdocs_dossier.exports.tables.table import Column, Row, Table, date_cells, date_columns
from mkdocs_dossier.index.encounters import list_encounters
from mkdocs_dossier.model.records import Actor, Identified
from mkdocs_dossier.model.vocabulary import TERMS


def _list_encounters(publication: Publication, record: Identified) -> Iterator[Row]:
    dossier = publication.dossier
    if not isinstance(record, Actor):
        return
    for encounter in list_encounters(publication.indexes, record.id):
        for meeting in encounter.meetings:
            event = meeting.event
            trust = publication.weigh(event)
            offices = name_offices(meeting.offices)
            row: Row = {"event": event.id, "person": record.id, "met": encounter.other}
            row |= {
                "event_name": event.name,
                "person_name": record.name,
                "met_name": dossier.actors[encounter.other].name,
                **date_cells("date", event.date),
            }
            row |= {"met_offices": offices} if offices else {}
            origins = SEPARATOR.join(publication.name_origins(trust))
            row |= {"origins": origins} if origins else {}
            yield row | {"state_media_only": trust.state_only}


def _list_mentions(publication: Publication, record: Identified) -> Iterator[Row]:
    page = publication.address_of(record.id)
    for number, naming in enumerate(publication.named_by.get(record.id, []), 1):
        named, words, how, anchor = naming
        row: Row = {"holder": record.id, "number": number, "record": named}
        address = f"{page}#{anchor}" if anchor else page
        yield row | {"words": words, "how": how, "address": address}


def _list_terms(publication: Publication) -> Iterator[Row]:
    words = publication.dossier.vocabulary
    for sort in TERMS:
        for section in words.kinds if sort == "kind" else ("",):
            for id, entry in words.entries(sort, section).items():
                for language, label in sorted(entry.labels.items()):
                    row: Row = {"sort": sort, "section": section or sort, "id": id}
                    yield row | {"language": language, "label": label}


SEEN_TABLES = (
    Table(
        "encounters",
        (
            Column("event", required=True, to="events"),
            Column("person", required=True, to="actors"),
            Column("met", required=True, to="actors"),
            Column("event_name", required=True),
            Column("person_name", required=True),
            Column("met_name", required=True),
            *date_columns("date"),
            Column("met_offices"),
            Column("origins"),
            Column("state_media_only", "boolean", required=True),
        ),
        _list_encounters,
        key=3,
    ),
    Table(
        "mentions",
        (
            Column("holder", required=True, to="records"),
            Column("number", "integer", required=True),
            Column("record", required=True, to="records"),
            Column("words", required=True),
            Column("how", required=True),
            Column("address", required=True),
        ),
        _list_mentions,
        key=2,
    ),
    Table(
        "terms",
        (
            Column("sort", required=True),
            Column("section", required=True),
            Column("id", required=True),
            Column("language", required=True),
            Column("label", required=True),
        ),
        key=4,
        further=_list_terms,
    ),
)
