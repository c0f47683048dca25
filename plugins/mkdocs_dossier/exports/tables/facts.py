"""Tables of facts: what each says, what it stands on, and whence it comes."""

from collections.abc import Callable, Iterable, Iterator

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.stated import Stated
from mkdocs_dossier.exports.tables.table import (
    Column,
    Row,
    Table,
    date_cells,
    date_columns,
    field_cells,
    field_columns,
)
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.keys import name_all
from mkdocs_dossier.index.offices import Held, offices_at
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.provenance import (
    Dispute,
    NoteValue,
    Statement,
    Version,
)
from mkdocs_dossier.model.records import Event, Identified, Office, Participant, Relation

_TIMES = ("start", "end", "date", "date_basis")
_KNOWN = ("basis", "note")
_JUDGED = ("status", "decision", *_KNOWN)
_OFFICE = ("title", "organisation", *_TIMES, *_KNOWN)
_RELATION = ("type", "with", "share", *_TIMES, *_JUDGED)
_PARTICIPATION = ("actor", "name", "role", "count", "for", "led_by", *_KNOWN)
_STATEMENT = ("text", "jointly", "act", "form", "date", "date_basis", *_JUDGED)
_VERSION = ("value", "text", *_KNOWN)
SEPARATOR = "; "
"""Stands between several values in one cell, where it is meant to be read."""


def name_offices(held: Iterable[Held]) -> str:
    """Offices in one cell; of one with « (?) » only the beginning, or the end, is known."""
    titles = (each.office.title + ("" if each.certain else " (?)") for each in held)
    return SEPARATOR.join(titles)


def _list_facts(publication: Publication, record: Identified) -> Iterator[Row]:
    for fact in publication.facts_of(record):
        trust = publication.weigh(fact.value)
        row: Row = {"id": fact.id, "kind": fact.kind, "record": fact.holder.id}
        row |= {"status": trust.status} if trust.status else {}
        yield row | {
            "sourced": trust.sourced,
            "basis_only": trust.basis,
            "origin_count": len(trust.origins),
            "state_media_only": trust.state_only,
            "against": trust.against,
            "disputed": trust.disputed,
            "address": publication.address_of_fact(fact),
        }


def _list_origins(publication: Publication, record: Identified) -> Iterator[Row]:
    actors = publication.dossier.actors
    for fact in publication.facts_of(record):
        origins = publication.weigh(fact.value).origins
        for number, origin in enumerate(origins.all, 1):
            known = origin in origins.actors
            row: Row = {"fact": fact.id, "number": number}
            row |= {"actor": origin} if known else {}
            yield row | {
                "name": actors[origin].name if known else origin,
                "state_media": origin in origins.state_media,
            }


def _of_kind(kind: str, names: tuple[str, ...], holder: str) -> Callable[..., Iterator[Row]]:
    def rows(publication: Publication, record: Identified) -> Iterator[Row]:
        for fact in publication.facts_of(record):
            if fact.kind == kind:
                row: Row = {"id": fact.id, holder: fact.holder.id}
                yield row | field_cells(fact.value, names) | _derive(publication, fact)

    return rows


def _derive(publication: Publication, fact: Stated) -> Row:
    """What follows from the fact and the others."""
    value, dossier = fact.value, publication.dossier
    if isinstance(value, Relation):
        label = dossier.vocabulary.label("relation_type", value.type, dossier.language)
        if value.amount is None:
            return {"label": label}
        return {"label": label, "amount": value.amount.value, "currency": value.amount.currency}
    if isinstance(value, Participant) and isinstance(fact.holder, Event):
        role = dossier.vocabulary.roles.get(value.role or "")
        row: Row = {"side": role.side} if role and role.side else {}
        actor = dossier.actors.get(value.actor or "")
        held = offices_at(actor, fact.holder.date) if actor else []
        return row | ({"offices": name_offices(held)} if held else {})
    if isinstance(value, Statement):
        said_on = publication.indexes.date_of(Said(fact.holder, value))
        speakers = (
            dossier.name_of(each.actor) if each.actor else each.name
            for each in value.speakers
            if not each.is_outlet
        )
        row = date_cells("said_on", said_on)
        named = SEPARATOR.join(each for each in speakers if each)
        return row | ({"speakers": named} if named else {})
    return {}


def _list_about(publication: Publication, record: Identified) -> Iterator[Row]:
    for fact in publication.facts_of(record):
        if isinstance(fact.value, Statement):
            for about in dict.fromkeys(fact.value.about):
                yield {"statement": fact.id, "about": str(about)}


def _list_disputes(_: Publication, record: Identified) -> Iterator[Row]:
    for name, dispute in zip(name_all(record.disputes), record.disputes, strict=True):
        row: Row = {"id": f"{record.id}/disputes/{name}", "record": record.id}
        yield row | field_cells(dispute, ("about", "decision", "note"))


def _list_versions(publication: Publication, record: Identified) -> Iterator[Row]:
    for fact in publication.facts_of(record):
        if fact.kind == "version":
            row: Row = {"id": fact.id, "dispute": fact.id.partition("/versions/")[0]}
            yield row | field_cells(fact.value, _VERSION)


def _fact_table(
    name: str, kind: str, model: type[Value], names: tuple[str, ...], holder: Column, *more: Column
) -> Table:
    columns = (_ID, holder, *field_columns(model, names), *more)
    return Table(name, columns, _of_kind(kind, names, holder.name))


_ID = Column("id", required=True, to="facts")
_RECORD = Column("record", required=True, to="records")
_ACTOR = Column("actor", required=True, to="actors")
_FACT = Column("fact", required=True, to="facts")
FACT_TABLES = (
    Table(
        "facts",
        (
            Column("id", required=True),
            Column("kind", required=True),
            _RECORD,
            Column("status"),
            Column("sourced", "boolean", required=True),
            Column("basis_only", "boolean", required=True),
            Column("origin_count", "integer", required=True),
            Column("state_media_only", "boolean", required=True),
            Column("against", "integer", required=True),
            Column("disputed", "boolean", required=True),
            Column("address", required=True),
        ),
        _list_facts,
    ),
    Table(
        "origins",
        (
            _FACT,
            Column("number", "integer", required=True),
            Column("actor", to="actors"),
            Column("name", required=True),
            Column("state_media", "boolean", required=True),
        ),
        _list_origins,
        key=2,
    ),
    _fact_table("offices", "office", Office, _OFFICE, _ACTOR),
    _fact_table(
        "relations",
        "relation",
        Relation,
        _RELATION,
        _ACTOR,
        Column("label", required=True),
        Column("amount", "number"),
        Column("currency"),
    ),
    _fact_table(
        "participations",
        "participation",
        Participant,
        _PARTICIPATION,
        Column("event", required=True, to="events"),
        Column("side"),
        Column("offices"),
    ),
    _fact_table(
        "statements",
        "statement",
        Statement,
        _STATEMENT,
        _RECORD,
        *date_columns("said_on"),
        Column("speakers"),
    ),
    Table(
        "statement_subjects",
        (
            Column("statement", required=True, to="statements"),
            Column("about", required=True, to="records"),
        ),
        _list_about,
        key=2,
    ),
    Table(
        "disputes",
        (
            Column("id", required=True),
            _RECORD,
            *field_columns(Dispute, ("about", "decision", "note")),
        ),
        _list_disputes,
    ),
    Table(
        "versions",
        (_ID, Column("dispute", required=True, to="disputes"), *field_columns(Version, _VERSION)),
        _list_versions,
    ),
    _fact_table("notes", "note", NoteValue, ("text", "date", "basis"), _RECORD),
)
