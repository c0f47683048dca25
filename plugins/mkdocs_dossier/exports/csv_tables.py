"""All tables as CSV (RFC 4180), with a Frictionless Data Package that describes them.

A spreadsheet takes a cell that starts with one of `= + - @` for a formula, and runs it; one that
splits cells at semicolons, as it does in French, takes what follows a semicolon for a cell. So an
apostrophe stands in front of each of these signs, and of each apostrophe, at the start of a text
and after a semicolon, a tab or a line break in it. `read_cell` takes it away: nothing is lost.
Numbers are as they are, for they run nothing.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import orjson

from mkdocs_dossier.exports.data_package import describe_package
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.pieces import join_parts, split_parts
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.exports.tables.rows import Cells, further_rows, rows_of
from mkdocs_dossier.exports.tables.table import Cell, Table
from mkdocs_dossier.model.records import Identified

FOLDER = "csv"
_TABLES = {table.name: table for table in TABLES}
_SIGNS = "=+\\-@'＝＋－＠\\t"
_RISKY = re.compile(rf"(^|[;\t\r\n])(?=[{_SIGNS}\r])")
# in rows as they are written: a break after a comma ends a row, for in a cell it would be quoted
_SUSPECT = re.compile(rf'[;\t\r\n"][{_SIGNS}\r]|,[{_SIGNS}]')
_GUARDED = re.compile(r"(^|[;\t\r\n])'")


def make_csv(publication: Publication) -> Iterator[File]:
    """A file a table, and `datapackage.json` beside them."""
    texts = {table.name: [_write_head(table).encode()] for table in TABLES}
    rows = dict.fromkeys(texts, 0)
    for record in publication.dossier.everything():
        piece = publication.piece("csv", record.id, partial(_write_record, publication, record))
        head, *found = split_parts(piece)
        for (name, count), text in zip(orjson.loads(head), found, strict=True):
            rows[name] += count
            texts[name].append(text)
    for table in TABLES:
        further = further_rows(publication, table)
        rows[table.name] += len(further)
        yield File(
            f"{FOLDER}/{table.name}.csv",
            [*texts.pop(table.name), _write_rows(table, further).encode()],
            main=table.name == "encounters",
            rows=rows[table.name],
            title=publication.texts(f"data.tables.{table.name}"),
        )
    yield File(f"{FOLDER}/datapackage.json", describe_package(publication, rows))


def _write_head(table: Table) -> str:
    return _write_lines([[column.name for column in table.columns]])


def _write_record(publication: Publication, record: Identified) -> bytes:
    """What a record gives to each table: how many rows, and their text."""
    found = rows_of(publication, record, TABLES)
    counts = orjson.dumps([(name, len(rows)) for name, rows in found.items()])
    texts = (_write_rows(_TABLES[name], rows).encode() for name, rows in found.items())
    return join_parts([counts, *texts])


def _write_rows(table: Table, rows: list[Cells]) -> str:
    """Rows, whose cells are made text where they must."""
    flags = [at for at, column in enumerate(table.columns) if column.form == "boolean"]
    for row in rows:
        for at in flags:
            row[at] = write_cell(row[at])
    written = _write_lines(rows)
    if not _SUSPECT.search(f"\n{written}"):  # of most records, nothing need be looked at
        return written
    return _write_lines(
        [write_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )


def _write_lines(rows: Iterable[Sequence[Cell]]) -> str:
    """As the library writes them."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def write_cell(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs; empty where there is nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return _RISKY.sub(r"\1'", cell)
    return str(cell)


def read_cell(text: str) -> str:
    """The text that a cell was made from."""
    return _GUARDED.sub(r"\1", text)


FORMAT = Format(
    "csv",
    make_csv,
    'import pandas\nmeetings = pandas.read_csv("{file}", dtype=str)',
    order=10,
)
