"""What a table is, and how fields of the model become its columns."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.references import (
    ActorId,
    ArticleId,
    EventId,
    MediaId,
    Reference,
    StateId,
    StatementRef,
    Term,
    TopicId,
)

Cell = str | int | float | bool | None
Row = dict[str, Cell]
RowsOf = Callable[[Publication, Any], Iterable[Row]]
"""The rows of a table that one record or article gives."""
Form = Literal["string", "integer", "number", "boolean", "edtf", "day", "order"]
_REFERRED: dict[type[Reference], str] = {
    ActorId: "actors",
    StateId: "actors",
    MediaId: "actors",
    EventId: "events",
    TopicId: "topics",
    ArticleId: "articles",
    StatementRef: "statements",
}
_ENDS = ("earliest", "latest")
NUMBER = "number"
"""How the name of a column ends that holds the number of a day."""


@dataclass(frozen=True)
class Column:
    """A column. `to`: the table whose first column it refers to; `of`: the class whose field it is.

    A `day` is an ISO 8601 date, which may lie before our era, where texts do not sort as days do;
    an `order` is a number that does.
    """

    name: str
    form: Form = "string"
    required: bool = False
    to: str = ""
    of: type[Value] | None = None


@dataclass(frozen=True)
class Table:
    """A table: its columns, of which the first `key` identify a row, and its rows.

    `rows_of` gives those of one record or article, in the order of its file; `further` those that
    belong to none. A row holds no column that is empty.
    """

    name: str
    columns: tuple[Column, ...]
    rows_of: RowsOf | None = None
    key: int = 1
    further: Callable[[Publication], Iterable[Row]] | None = None

    def rows(self, publication: Publication) -> Iterator[Row]:
        """All rows: by record, then those that belong to none."""
        if self.rows_of:
            for record in publication.dossier.everything():
                yield from self.rows_of(publication, record)
        if self.further:
            yield from self.further(publication)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What its columns are called."""
        return tuple(column.name for column in self.columns)

    @property
    def key_names(self) -> list[str]:
        """The columns that identify a row."""
        return [column.name for column in self.columns[: self.key]]


def field_columns(model: type[Value], names: Iterable[str]) -> Iterator[Column]:
    """The columns of fields by their keys in YAML; a date gets its bounds besides."""
    for name in names:
        field = model.model_fields[keys(model)[name]]
        inside = set(_flatten(field.annotation))
        if Date in inside:
            yield Column(name, "edtf", of=model)
            yield from _bound_columns(name, model)
            continue
        kinds: dict[type, Form] = {bool: "boolean", int: "integer", float: "number"}
        form: Form = next((kinds[each] for each in inside if each in kinds), "string")
        to = next((_find_table(each) for each in inside if _refers(each)), "")
        yield Column(name, form, field.is_required() and NoneType not in inside, to, model)


def field_cells(value: Value, names: Iterable[str]) -> Row:
    """What those columns hold for a value."""
    fields = keys(type(value))
    row: Row = {}
    for name in names:
        found = getattr(value, fields[name])
        if isinstance(found, Date):
            row |= date_cells(name, found)
        elif found is not None:
            row[name] = str(found) if isinstance(found, str) else found
    return row


def date_cells(name: str, date: Date | None) -> Row:
    """A date as written, and the first and last day that it can touch, where it has such: as texts,
    and as numbers.
    """
    if date is None:
        return {}
    row: Row = {name: date.text}
    for end in _ENDS:
        day: Day | None = getattr(date, end)
        if day:
            row[f"{name}_{end}"] = day.isoformat()
            row[f"{name}_{end}_{NUMBER}"] = number_day(day)
    return row


def date_columns(name: str) -> Iterator[Column]:
    """The columns of a date that follows from others."""
    yield Column(name, "edtf")
    yield from _bound_columns(name)


def _bound_columns(name: str, model: type[Value] | None = None) -> Iterator[Column]:
    yield from (Column(f"{name}_{end}", "day", of=model) for end in _ENDS)
    yield from (Column(f"{name}_{end}_{NUMBER}", "order", of=model) for end in _ENDS)


def number_day(day: Day) -> int:
    """A number that orders days, before our era too: 20240321; -429685 for 15 March 44 BC."""
    return day.year * 10_000 + day.month * 100 + day.day


def _refers(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Reference) and not issubclass(type_, Term)


def _find_table(type_: type[Reference]) -> str:
    return _REFERRED.get(type_, "records")


def _flatten(annotation: Any) -> Iterator[Any]:
    """The plain types that an annotation is made of."""
    if get_origin(annotation) in (Annotated, Union, UnionType, list):
        parts = get_args(annotation)
        for part in parts[:1] if get_origin(annotation) is Annotated else parts:
            yield from _flatten(part)
    else:
        yield annotation
