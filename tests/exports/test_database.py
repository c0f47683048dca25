"""The database, asked in SQL."""

import sqlite3
from contextlib import ExitStack, closing

import pytest

from mkdocs_dossier.exports.database import VIEWS, make_database
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.pages.query.gather import read_questions


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


def test_days_before_our_era_sort_and_filter(load_dossier, publish, connect):
    """44 BC, then 1 BC, then our era: in tables, views and questions."""
    dates = {"ides": "-0043-03-15", "gaule": "-0051", "an-zero": "0000-06", "apres": "0014-08-19"}
    files = {f"actors/{id}.yml": f"kind: person\nname: {id}\nsummary: S.\n" for id in "ab"}
    for id, date in dates.items():
        files[f"events/{id}.yml"] = (
            f"kind: meeting\nname: E {id}\nsummary: S.\ndate: {date}\n"
            "participants: [{actor: a}, {actor: b}]\n"
            f"statements:\n  - {{id: dit, text: T., speakers: [a], act: say, about: [b]}}\n"
        )
    database = connect(publish(load_dossier(files)))
    in_order = ["gaule", "ides", "an-zero", "apres"]
    for view, column in (("who_met_whom", "event"), ("who_took_part", "event")):
        found = [row[0] for row in database.execute(f"SELECT {column} FROM {view}")]
        assert list(dict.fromkeys(found)) == in_order
    assert [row[0] for row in database.execute("SELECT id FROM who_said_what")] == [
        f"{id}#dit" for id in in_order
    ]
    numbers = database.execute("SELECT date_earliest_number, date_latest_number FROM events")
    assert set(numbers) == {
        (-509_899, -508_769), (-429_685, -429_685), (601, 630), (140_819, 140_819),
    }  # fmt: skip
    questions = read_questions()["questions"]
    since, until = -430_000, 9_999  # from 44 BC to 1 BC
    for id, blanks in (
        ("met", {"person": "a"}),
        ("events-of", {"actor": "a"}),
        ("events-kind", {"kind": None}),
        ("said", {"speaker": "a"}),
        ("act", {"act": "say"}),
    ):
        found = database.execute(questions[id]["sql"], blanks | {"from": since, "to": until})
        assert [row[-1].partition("#")[0] for row in found] == ["ides", "an-zero"]
