"""All tables as one SQLite database: with keys, views that have speaking names, and a full text.

The same dossier gives the same bytes with the same library: it is filled in one order, packed, and
the number of the library's version is left out of its head.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_dossier.exports.format import PART, File, Format, cut
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.exports.tables.rows import Cells, further_rows, rows_of
from mkdocs_dossier.exports.tables.table import Cell, Column, Form, Table
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.fallback import FALLBACK
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.records import Record

NAME = "dossier.sqlite"
_TYPES: dict[Form, str] = {
    "integer": "INTEGER",
    "order": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
}
_VERSION_NUMBER = slice(96, 100)  # of the library that wrote last, in the head of the file
_TOGETHER = 200
"""The rows of how many records are in memory."""
VIEWS = {
    "who_met_whom": """
        SELECT person_name, met_name, met_offices, event_name, date, date_earliest, date_latest,
               date_earliest_number, date_latest_number,
               origins, state_media_only, person, met, event
        FROM encounters ORDER BY date_earliest_number, event, person, met""",
    "who_said_what": """
        SELECT s.speakers, s.text, s.act, s.said_on, f.status, f.origin_count, f.state_media_only,
               r.name AS written_in, f.address, s.id
        FROM statements s JOIN facts f ON f.id = s.id JOIN records r ON r.id = s.record
        ORDER BY s.said_on_earliest_number, s.id""",
    "who_held_what": """
        SELECT a.name AS person_name, o.title, b.name AS body_name, o.start, o.end, o.date,
               f.origin_count, f.basis_only, o.actor, o.organisation, o.id
        FROM offices o JOIN facts f ON f.id = o.id JOIN actors a ON a.id = o.actor
        LEFT JOIN actors b ON b.id = o.organisation
        ORDER BY a.name, o.start_earliest_number, o.id""",
    "who_is_tied_to_whom": """
        SELECT a.name AS actor_name, r.label, b.name AS with_name, r.start, r.end, r.date,
               f.status, f.origin_count, f.state_media_only, r.actor, r."with", r.id
        FROM relations r JOIN facts f ON f.id = r.id JOIN actors a ON a.id = r.actor
        JOIN actors b ON b.id = r."with" ORDER BY a.name, r.label, r.id""",
    "who_took_part": """
        SELECT e.name AS event_name, e.date, coalesce(a.name, p.name) AS participant, p.role,
               p.offices, f.origin_count, e.date_earliest, e.date_latest,
               e.date_earliest_number, e.date_latest_number, p.event, p.actor, p.id
        FROM participations p JOIN facts f ON f.id = p.id JOIN events e ON e.id = p.event
        LEFT JOIN actors a ON a.id = p.actor ORDER BY e.date_earliest_number, p.event, p.id""",
    "who_was_there": """
        WITH inside AS (
          SELECT p.event, m.actor, p.role, p.id
          FROM participations p JOIN party_members m ON m.party = p.id
          UNION SELECT event, led_by, role, id FROM participations WHERE led_by IS NOT NULL)
        SELECT event, actor, role, offices, id FROM participations WHERE actor IS NOT NULL
        UNION ALL SELECT event, actor, role, NULL, min(id) FROM inside i
        WHERE NOT EXISTS (
          SELECT 1 FROM participations p WHERE p.event = i.event AND p.actor = i.actor)
        GROUP BY event, actor""",
    "where_it_is_written": """
        SELECT s.fact, f.kind, a.title AS article_title, o.name AS outlet_name, s.quote,
               s.document_title, s.against, s.verified, s.passage, s.article, s.id
        FROM sources s JOIN facts f ON f.id = s.fact LEFT JOIN articles a ON a.id = s.article
        LEFT JOIN actors o ON o.id = a.outlet ORDER BY s.id""",
    "state_media_alone": """
        SELECT f.kind, r.name AS record_name, group_concat(o.name, '; ') AS origins, f.status,
               f.address, f.record, f.id
        FROM facts f JOIN records r ON r.id = f.record JOIN origins o ON o.fact = f.id
        WHERE f.state_media_only GROUP BY f.id ORDER BY f.id""",
    "without_source": """
        SELECT f.kind, r.name AS record_name, r.file, f.record, f.id
        FROM facts f JOIN records r ON r.id = f.record WHERE NOT f.sourced ORDER BY f.id""",
    "told": """
        SELECT id, text AS says FROM statements
        UNION ALL SELECT id, title FROM offices
        UNION ALL SELECT r.id, r.label || ' – ' || a.name FROM relations r
                  JOIN actors a ON a.id = r."with"
        UNION ALL SELECT p.id, coalesce(a.name, p.name) || coalesce(' – ' || l.label, '')
                  FROM participations p LEFT JOIN actors a ON a.id = p.actor
                  LEFT JOIN labels l ON l.sort = 'role' AND l.id = p.role
        UNION ALL SELECT id, coalesce(value, text) FROM versions
        UNION ALL SELECT id, text FROM notes
        UNION ALL SELECT id, summary FROM actors UNION ALL SELECT id, summary FROM places
        UNION ALL SELECT id, summary FROM topics UNION ALL SELECT id, summary FROM events""",
    "labels": f"""
        SELECT t.sort, t.section, t.id,
               coalesce(max(CASE WHEN t.language = d.value THEN t.label END),
                        max(CASE WHEN t.language = '{FALLBACK}' THEN t.label END),
                        min(t.label)) AS label
        FROM terms t JOIN dossier d ON d."key" = 'language'
        GROUP BY t.sort, t.section, t.id""",
}
"""Questions that are often asked, by their names; `who_was_there` counts those within a group,
too, `told` is what each fact says in a few words,
`labels` the words of the vocabulary in the language of the dossier."""


def make_database(publication: Publication) -> Iterator[File]:
    """One file."""
    yield File(NAME, _make_parts(publication), main=True, rows=len(TABLES))


def _make_parts(publication: Publication) -> list[bytes]:
    """Made in a file, where there is room for one: in memory it would stand twice."""
    with (
        suppress(OSError, sqlite3.OperationalError),
        TemporaryDirectory(prefix="dossier-", ignore_cleanup_errors=True) as folder,
    ):
        path = Path(folder, NAME)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _write(connection, publication)
        with path.open("rb") as file:
            return _settle(list(iter(partial(file.read, PART), b"")))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _write(connection, publication)
        return _settle(cut(connection.serialize()))


def _settle(parts: list[bytes]) -> list[bytes]:
    """Without what another library would write otherwise."""
    head = parts[0]
    parts[0] = head[: _VERSION_NUMBER.start] + bytes(4) + head[_VERSION_NUMBER.stop :]
    return parts


def _write(connection: sqlite3.Connection, publication: Publication) -> None:
    connection.execute("BEGIN")
    for table in TABLES:
        connection.execute(_create(table))
    for rows in _list_rows(publication):
        for table in TABLES:
            _fill(connection, table.name, len(table.columns), rows.get(table.name, ()))
    for table in TABLES:
        further = further_rows(publication, table)
        _fill(connection, table.name, len(table.columns), further)
        for column in table.columns[table.key :]:
            if column.to:
                name = f"{table.name}_{column.name}"
                on = f'"{table.name}" ("{column.name}")'
                connection.execute(f'CREATE INDEX "{name}" ON {on}')
    for name, query in VIEWS.items():
        connection.execute(f'CREATE VIEW "{name}" AS {query}')
    _add_full_text(connection, publication)
    _add_about(connection, publication)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def _list_rows(publication: Publication) -> Iterator[dict[str, list[Cells]]]:
    """The rows of some records at a time, by table: those of all would fill the memory."""
    rows: dict[str, list[Cells]] = defaultdict(list)
    for number, record in enumerate(publication.dossier.everything(), 1):
        for name, found in rows_of(publication, record, TABLES).items():
            rows[name] += found
        if number % _TOGETHER == 0:
            yield rows
            rows.clear()
    yield rows


def _create(table: Table) -> str:
    lines = [_describe(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quote, table.key_names))})")
    for column in table.columns:
        if column.to:
            first = next(each.columns[0].name for each in TABLES if each.name == column.to)
            lines.append(
                f"FOREIGN KEY ({_quote(column.name)}) "
                f"REFERENCES {_quote(column.to)} ({_quote(first)})"
            )
    return f"CREATE TABLE {_quote(table.name)} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def _describe(column: Column) -> str:
    needed = " NOT NULL" if column.required else ""
    return f"{_quote(column.name)} {_TYPES.get(column.form, 'TEXT')}{needed}"


def _quote(name: str) -> str:
    return f'"{name}"'


def _fill(
    connection: sqlite3.Connection, table: str, width: int, rows: Iterable[list[Cell]]
) -> None:
    places = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {_quote(table)} VALUES ({places})", rows)


def _add_full_text(connection: sqlite3.Connection, publication: Publication) -> None:
    """`search`: « choigou » finds « Choïgou »."""
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "id UNINDEXED, sort UNINDEXED, name, text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    _fill(connection, "search", 4, _list_texts(publication))
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _list_texts(publication: Publication) -> Iterator[list[Cell]]:
    name_of = publication.dossier.name_of
    for record in publication.dossier.everything():
        names = [record.title_text]
        texts = [record.summary]
        if isinstance(record, Record):
            names += [*(alias.name for alias in record.aliases), *record.short_names]
            texts.append(record.description or "")
        if isinstance(record, Article):
            texts.append(record.text)
        plain = (read_plain(text, name_of) for text in texts if text)
        yield [record.id, record.section, "\n".join(names), "\n\n".join(plain)]
    for fact in publication.facts:
        text = getattr(fact.value, "text", None)
        if fact.kind in ("statement", "note") and text:
            plain_text = read_plain(text, name_of)
            yield [fact.id, fact.kind, fact.holder.title_text, plain_text]


def _add_about(connection: sqlite3.Connection, publication: Publication) -> None:
    """`dossier`: what the whole is, as pairs."""
    settings = publication.dossier.settings
    about = {
        "title": settings.title,
        "language": settings.language,
        "publisher": settings.publisher,
        "licence": settings.licence,
        "date": str(publication.now) if publication.now else None,
        "site": publication.site or None,
    }
    connection.execute('CREATE TABLE dossier ("key" TEXT PRIMARY KEY, "value" TEXT) STRICT')
    _fill(connection, "dossier", 2, ([key, value] for key, value in about.items()))


FORMAT = Format(
    "sqlite",
    make_database,
    "curl -O {file}\n"
    "sqlite3 dossier.sqlite \"SELECT * FROM who_met_whom WHERE date_latest >= '2023'\"",
    order=70,
)
