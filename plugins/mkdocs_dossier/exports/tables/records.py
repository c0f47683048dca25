"""Tables of records and articles: one row each, and what each lists of itself."""

from collections.abc import Iterator
from functools import partial

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables.table import (
    Column,
    Row,
    RowsOf,
    Table,
    field_cells,
    field_columns,
)
from mkdocs_dossier.model.article import Article, Derivation
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Record, Topic
from mkdocs_dossier.model.records import External as ExternalValue
from mkdocs_dossier.model.sections import section_of

_COMMON = ("kind", "name", "summary", "description")
_TIMES = ("start", "end", "part_of", "basis", "reviewed")
_EXTERNAL = ("wikidata", "wikipedia", "website")
_FIELDS: dict[type[Identified], tuple[str, ...]] = {
    Actor: (*_COMMON, "with_article", "name_order", "country", "control", *_TIMES),
    Event: (*_COMMON, "date", "date_basis", "place", *_TIMES),
    Place: (*_COMMON, "country", "government_of", *_TIMES),
    Topic: (*_COMMON, "date", "date_basis", *_TIMES),
    Article: (
        *("title", "untitled", "summary", "outlet", "date", "date_basis", "language", "author"),
        *("url", "retrieved", "archive_url", "body", "licence", "full_text_sha256", "revises"),
        "reviewed",
    ),
}
_DERIVED = {"outlet": "derived_outlet", "article": "derived_article"} | {
    name: f"derived_{name}" for name in ("language", "method")
}


def _record_table(model: type[Identified], *more: Column) -> Table:
    external = field_columns(ExternalValue, _EXTERNAL) if issubclass(model, Record) else ()
    columns = (
        Column("id", required=True, to="records"),
        *field_columns(model, _FIELDS[model]),
        *external,
        *more,
    )
    return Table(section_of(model.section).folder, columns, partial(_list_row, model))


def _list_row(
    model: type[Identified], publication: Publication, record: Identified
) -> Iterator[Row]:
    if not isinstance(record, model):
        return
    row: Row = {"id": record.id, **field_cells(record, _FIELDS[model])}
    if isinstance(record, Record) and record.external:
        row |= field_cells(record.external, _EXTERNAL)
    if isinstance(record, Event) and record.series:
        row |= {"series_topic": str(record.series.topic)}
        row |= {"series_ordinal": record.series.ordinal} if record.series.ordinal else {}
    if isinstance(record, Place) and record.coordinates:
        row |= dict(zip(("latitude", "longitude"), record.coordinates, strict=True))
    if isinstance(record, Article):
        made: Value = record.derived_from or Derivation()
        cells = field_cells(made, _DERIVED)
        row |= {_DERIVED[name]: cell for name, cell in cells.items()}
        row["text"] = record.text.strip()
    yield row


def _list_record(publication: Publication, record: Identified) -> Iterator[Row]:
    row: Row = {"id": record.id, "section": record.section}
    row |= {"kind": str(record.kind)} if isinstance(record, Record) else {}
    yield row | {
        "name": record.title_text,
        "address": publication.address_of(record.id),
        "file": publication.dossier.origins[record.id].path,
    }


def _list_names(_: Publication, record: Identified) -> Iterator[Row]:
    if not isinstance(record, Record):
        return
    kept = {"record": record.id}
    found: list[Row] = [{"name": record.name, "sort": "name"}]
    for alias in record.aliases:
        language: Row = {"language": alias.language} if alias.language else {}
        found.append({"name": alias.name, "sort": "alias", **language})
    found += [{"name": name, "sort": "short"} for name in record.short_names]
    for number, each in enumerate(found, 1):
        yield {**kept, "number": number, **each}


def _list_subjects(_: Publication, record: Identified) -> Iterator[Row]:
    if isinstance(record, Event | Topic):
        for about in dict.fromkeys(record.about):
            yield {"record": record.id, "about": str(about)}


def _list_from(field: str, names: tuple[str, ...]) -> RowsOf:
    """Rows for a list of values that every record may have."""

    def rows(_: Publication, record: Identified) -> Iterator[Row]:
        for number, value in enumerate(getattr(record, field), 1):
            yield {"record": record.id, "number": number, **field_cells(value, names)}

    return rows


def _list_words(field: str, column: str) -> RowsOf:
    def rows(_: Publication, record: Identified) -> Iterator[Row]:
        for word in dict.fromkeys(getattr(record, field)):
            yield {"record": record.id, column: word}

    return rows


def _value_table(name: str, model: type[Value], fields: tuple[str, ...]) -> Table:
    return Table(
        name,
        (*_HELD, *field_columns(model, fields)),
        _list_from(name, fields),
        key=2,
    )


def _model_of(field: str) -> type[Value]:
    """The class of the values that a list of every record holds."""
    annotation = Identified.model_fields[field].annotation
    model: type[Value] = annotation.__args__[0]  # type: ignore[union-attr]
    return model


_HOLDER = Column("record", required=True, to="records")
_HELD = (_HOLDER, Column("number", "integer", required=True))
RECORD_TABLES = (
    Table(
        "records",
        (
            Column("id", required=True),
            Column("section", required=True),
            Column("kind"),
            Column("name", required=True),
            Column("address", required=True),
            Column("file", required=True),
        ),
        _list_record,
    ),
    _record_table(Actor),
    _record_table(Place, Column("latitude", "number"), Column("longitude", "number")),
    _record_table(Topic),
    _record_table(Event, Column("series_topic", to="topics"), Column("series_ordinal", "integer")),
    _record_table(
        Article,
        Column("derived_outlet", to="actors"),
        Column("derived_article", to="articles"),
        Column("derived_language"),
        Column("derived_method"),
        Column("text"),
    ),
    Table(
        "names",
        (*_HELD, Column("name", required=True), Column("sort", required=True), Column("language")),
        _list_names,
        key=2,
    ),
    Table("subjects", (_HOLDER, Column("about", required=True, to="records")), _list_subjects, 2),
    Table("tags", (_HOLDER, Column("tag", required=True)), _list_words("tags", "tag"), 2),
    Table(
        "former_ids",
        (_HOLDER, Column("former_id", required=True)),
        _list_words("former_ids", "former_id"),
        2,
    ),
    _value_table("corrections", _model_of("corrections"), ("date", "was", "now", "about")),
    _value_table("searches", _model_of("searches"), ("for", "where", "date")),
)
