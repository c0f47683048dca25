"""The database, asked in SQL."""

import sqlite3
from contextlib import ExitStack, closing

import pytest

from mkdocs_dossier.exports.database import VIEWS, make_database
from mkdocs_dossier.exports.tables import TABLES


@pytest.fixture(scope="session")
def connect():
    """A function that opens the database of a publication."""

    with ExitStack() as opened:

        def open_it(publication):
            [file] = make_database(publication)
            connection = opened.enter_context(closing(sqlite3.connect(":memory:")))
            connection.deserialize(file.content)
            return connection

        yield open_it


@pytest.fixture(scope="module")
def database(connect, frozen):
    return connect(frozen)


def test_it_is_sound_and_every_reference_leads_somewhere(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_tables_hold_what_the_others_hold(database, frozen):
    for table in TABLES:
        [count] = database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        assert count == len(list(table.rows(frozen))), table.name


def test_every_view_answers(database):
    for name in VIEWS:
        database.execute(f"SELECT * FROM {name}").fetchall()
    [count] = database.execute("SELECT count(*) FROM encounters").fetchone()
    assert len(database.execute("SELECT * FROM who_met_whom").fetchall()) == count > 0
    [count] = database.execute("SELECT count(*) FROM facts WHERE state_media_only").fetchone()
    assert len(database.execute("SELECT * FROM state_media_alone").fetchall()) == count > 0


def test_whom_somebody_met_in_what_office_according_to_whom(database):
    found = database.execute(
        "SELECT met_name, met_offices, origins FROM who_met_whom"
        " WHERE person = 'kim-jong-un' AND date_latest >= '2023' ORDER BY date_earliest"
    ).fetchall()
    names = [name for name, *_ in found]
    assert names[0] == "Li Hongzhong"
    assert "Xi Jinping" in names
    assert all(offices for _, offices, _ in found)


@pytest.mark.parametrize("words", ["choigou", "Choïgou", "CHOIGOU"])
def test_full_text_folds_accents(database, words):
    found = database.execute("SELECT id FROM search WHERE search MATCH ?", [words]).fetchall()
    assert ("sergei-choigou",) in found


def test_the_same_dossier_gives_the_same_bytes(frozen, root, publish):
    again = publish(root / "tests/dossiers/frozen/dossier")
    assert [*make_database(frozen)] == [*make_database(again)]


def test_text_that_looks_like_sql_is_text(load_dossier, publish, connect):
    name = "x'); DROP TABLE actors; --"
    record = f'kind: person\nname: "{name}"\nsummary: S.\n'
    database = connect(publish(load_dossier({"actors/a.yml": record})))
    assert database.execute("SELECT name FROM actors").fetchall() == [(name,)]
