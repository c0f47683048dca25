"""The rows of all tables, as every format with rows takes them."""

from collections.abc import Iterable, Iterator
from functools import partial

import orjson

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables.table import Cell, Row, Table
from mkdocs_dossier.model.records import Identified

Cells = list[Cell]
"""A row: a cell for each column of its table, None where there is nothing."""


def rows_of(
    publication: Publication, record: Identified, tables: Iterable[Table]
) -> dict[str, list[Cells]]:
    """What one record or article gives to each of the tables, by the table's name."""
    make = partial(_write_rows, publication, record, tables)
    written = publication.shared_piece("rows", record.id, make)
    found: dict[str, list[Cells]] = orjson.loads(written)
    return found


def further_rows(publication: Publication, table: Table) -> list[Cells]:
    """The rows of a table that belong to no record."""
    return list(_arrange(table, table.further(publication) if table.further else ()))


def _write_rows(publication: Publication, record: Identified, tables: Iterable[Table]) -> bytes:
    found = {}
    for table in tables:
        rows = list(_arrange(table, table.rows_of(publication, record) if table.rows_of else ()))
        if rows:
            found[table.name] = rows
    return orjson.dumps(found)


def _arrange(table: Table, rows: Iterable[Row]) -> Iterator[Cells]:
    for row in rows:
        yield list(map(row.get, table.names))
