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
from collections.abc import Iterable, Iterator
from functools import partial

import orjson

from mkdocs_dossier.exports.data_package import describe_package
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.exports.tables.rows import Cells, further_rows, rows_of
from mkdocs_dossier.exports.tables.table import Cell, Table
from mkdocs_dossier.model.records import Identified

FOLDER = "csv"
_RISKY = re.compile(r"(^|[;\t\r\n])(?=[=+\-@'＝＋－＠\t\r])")
_SIGNS = frozenset("=+-@'＝＋－＠")
_CHANGED = (str, bool)
_GUARDED = re.compile(r"(^|[;\t\r\n])'")


def make_csv(publication: Publication) -> Iterator[File]:
    """A file a table, and `datapackage.json` beside them."""
    texts = {table.name: [_write_head(table).encode()] for table in TABLES}
    rows = dict.fromkeys(texts, 0)
    for record in publication.dossier.everything():
        piece = publication.piece("csv", record.id, partial(_write_record, publication, record))
        for name, (count, text) in orjson.loads(piece).items():
            rows[name] += count
            texts[name].append(text.encode())
    for table in TABLES:
        further = further_rows(publication, table)
        rows[table.name] += len(further)
        yield File(
            f"{FOLDER}/{table.name}.csv",
            [*texts.pop(table.name), _write_rows(further).encode()],
            main=table.name == "encounters",
            rows=rows[table.name],
            title=publication.texts(f"data.tables.{table.name}"),
        )
    yield File(f"{FOLDER}/datapackage.json", describe_package(publication, rows))


def _write_head(table: Table) -> str:
    return _write_rows([[column.name for column in table.columns]])


def _write_record(publication: Publication, record: Identified) -> bytes:
    """What a record gives to each table: how many rows, and their text."""
    found = rows_of(publication, record, TABLES)
    return orjson.dumps({name: (len(rows), _write_rows(rows)) for name, rows in found.items()})


def _write_rows(rows: Iterable[Cells]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:  # what is neither of these the writer writes as it should
        writer.writerow([write_cell(cell) if type(cell) in _CHANGED else cell for cell in row])
    return stream.getvalue()


def write_cell(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs; empty where there is nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        # in words, as it is asked of each cell: `any` takes thrice as long
        if cell[:1] in _SIGNS or ";" in cell or "\n" in cell or "\t" in cell or "\r" in cell:
            return _RISKY.sub(r"\1'", cell)
        return cell
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
