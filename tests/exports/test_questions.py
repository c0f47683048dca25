"""The questions of the page that asks the database, in SQL; and one question, in every format."""

import io
import itertools
import re
import sqlite3
from contextlib import closing

import networkx
import pandas
import pytest
from lxml import html

from mkdocs_dossier.exports.database import make_database
from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.query.gather import read_questions, word_questions
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages

KNOWN = read_questions()
ASKED = {"person": "kim-jong-un", "from": "2023", "words": "choigou"}
WHO = "kim-jong-un"


@pytest.fixture(scope="module")
def database(frozen):
    [file] = make_database(frozen)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(file.content)
        yield connection


def blanks_of(id):
    return {**KNOWN["blanks"], **KNOWN["questions"][id].get("blanks", {})}


def test_there_are_twenty():
    assert len(KNOWN["questions"]) == 20


@pytest.mark.parametrize("name", KNOWN["choices"])
def test_what_a_blank_offers_comes_from_the_database(database, name):
    found = database.execute(KNOWN["choices"][name]).fetchall()
    assert found
    assert all(id and label for id, label in found)
    assert len({id for id, _ in found}) == len(found)


@pytest.mark.parametrize("id", KNOWN["questions"])
def test_a_question_answers_for_some_choice_and_ends_in_what_it_leads_to(database, id):
    question = KNOWN["questions"][id]
    records = {row[0] for row in database.execute("SELECT id FROM records")}
    used = set(re.findall(r":([a-z]+)\b", question["sql"]))
    blanks = {name: each for name, each in blanks_of(id).items() if name in used}
    chosen = dict.fromkeys(used) | {name: ASKED[name] for name in used & {"words"}}
    options = {
        name: [row[0] for row in database.execute(KNOWN["choices"][each["choose"]])]
        for name, each in blanks.items()
        if "choose" in each
    }
    needed = [name for name in options if not blanks[name].get("open")]
    first, *others = needed or [None]
    tried = 0
    for value in options.get(first, [None]):
        for other in options[others[0]] if others else [None]:
            values = chosen | ({first: value} if first else {})
            values |= {others[0]: other} if others else {}
            answer = database.execute(question["sql"], values).fetchall()
            tried += len(answer)
            assert all(re.split("[#/]", row[-1])[0] in records for row in answer)
    assert tried


@pytest.mark.parametrize("language", languages())
def test_each_language_has_the_words_of_questions_blanks_and_columns(database, language):
    say = texts(language)
    for id, question in KNOWN["questions"].items():
        written = set(re.findall(r"\{(\w+)\}", say(f"query.questions.{id}")))
        assert written == set(re.findall(r":([a-z]+)\b", question["sql"])), id
        for name in written:
            assert say(f"query.blanks.{name}")
        columns = database.execute(question["sql"], dict.fromkeys(written, "x")).description
        for column, *_ in columns:
            assert say(f"query.columns.{column}")


@pytest.mark.parametrize("language", languages())
def test_a_question_reads_well_whatever_blanks_stay_open(language):
    for question in word_questions(texts(language)):
        blanks = [part for clause in question.clauses for part in clause.parts if is_blank(part)]
        may_stay = [blank.name for blank in blanks if blank.open]
        for count in range(len(may_stay) + 1):
            for left in itertools.combinations(may_stay, count):
                said = "".join(say_clause(clause, left) for clause in question.clauses)
                assert said.endswith("?"), said
                assert not re.search(r"[\[\]{}…]|  |\s,|\(\)|^\s", said), said


def is_blank(part):
    return not isinstance(part, str)


def say_clause(clause, left):
    """As the page does: an open clause is said where one of its blanks is filled."""
    blanks = [part for part in clause.parts if is_blank(part)]
    if clause.open and all(blank.name in left for blank in blanks):
        return ""
    if not clause.open:
        assert all(blank.any for blank in blanks if blank.open), "said even where it is empty"
    words = (blank.any if blank.name in left else "Anne" for blank in blanks)
    return "".join(next(words) if is_blank(part) else part for part in clause.parts)


def test_labels_are_in_the_language_of_the_dossier(database):
    rows = database.execute("SELECT label FROM labels WHERE sort = 'status' AND id = 'refuted'")
    assert rows.fetchall() == [("réfuté",)]


def test_every_fact_is_told(database):
    untold = database.execute("SELECT id FROM facts WHERE id NOT IN (SELECT id FROM told)")
    assert untold.fetchall() == []


def test_an_actor_was_where_its_page_says_within_a_group_too(frozen, database):
    question = KNOWN["questions"]["events-of"]["sql"]
    grouped = 0
    for actor in frozen.dossier.actors:
        given = {"actor": actor, "from": None, "to": None}
        answer = [row[-1] for row in database.execute(question, given)]
        parts = frozen.indexes.parts.get(actor, [])
        assert set(answer) == {part.event.id for part in parts}, actor
        grouped += any(part.participant.actor != actor for part in parts)
    assert grouped


def test_nobody_is_together_with_itself(database):
    question = KNOWN["questions"]["together"]["sql"]
    assert database.execute(question, {"actor": "chine", "other": "russie"}).fetchall()
    assert database.execute(question, {"actor": "chine", "other": "chine"}).fetchall() == []


def met_in_csv(files):
    """As a spreadsheet would: one filter on the person, one on the date."""
    table = pandas.read_csv(io.BytesIO(files["csv/encounters.csv"]), dtype=str, na_values=[""])
    found = table[(table.person == WHO) & (table.date_latest >= "2023")].fillna("")
    columns = ["met", "event", "met_offices", "origins"]
    return sorted(found[columns].itertuples(index=False, name=None))


def met_in_sql(database):
    rows = database.execute(
        "SELECT met, event, coalesce(met_offices, ''), coalesce(origins, '') FROM who_met_whom"
        " WHERE person = ? AND date_latest >= '2023'",
        [WHO],
    )
    return sorted(rows.fetchall())


def met_in_graph(files, name, read):
    """As somebody does who filters the edges in Gephi."""
    graph = read(io.BytesIO(files[name]))
    found = []
    for source, target, edge in graph.edges(data=True):
        if WHO in (source, target) and edge.get("met") and edge.get("latest", "") >= "2023":
            other, end = (target, "target") if source == WHO else (source, "source")
            offices = edge.get(f"{end}_offices", "")
            found.append((other, edge["fact"], offices, edge.get("origins", "")))
    return sorted(found)


def met_on_page(publication):
    """As a reader of that person's page does, who takes a link for an id."""
    site = Site(publication.indexes, Features())
    [page] = [each for each in build_pages(site, Renderer(site.texts)) if each.record == WHO]
    found = []
    for other in html.fromstring(page.html).find_class("d-met")[0].xpath("./li"):
        offices = ""  # said where they change
        for meeting in other.xpath("./ul/li"):
            held = meeting.xpath("string(./span[@class='d-muted'])").removeprefix(" – ")
            held = re.sub(r" \([^?)]+\)", "", held)  # the body, where the title does not name it
            offices = re.sub(r"\s;", ";", held) or offices
            [event] = meeting.xpath("./a/@data-record")
            origins = meeting.xpath("string(./p)").replace("\xa0", " ").partition(" : ")[2]
            names = re.sub(r"\s\(média d'État\)|\s·.*", "", origins)
            row = other.xpath("string(./span/a/@data-record)"), event, offices
            if str(publication.dossier.events[event].date.latest) >= "2023":
                found.append((*row, sorted(names.split(", "))))
    return sorted(found)


def test_whom_somebody_met_since_2023_is_the_same_in_each_format_and_on_the_page(
    frozen, write_format, database
):
    files = {}
    for name in ("csv", "graph"):
        folder = write_format(frozen, name)
        paths = (path for path in folder.rglob("*") if path.is_file())
        files |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    asked = met_in_sql(database)
    assert len(asked) > 5
    assert met_in_csv(files) == asked
    assert met_in_graph(files, "network.graphml", networkx.read_graphml) == asked
    assert met_in_graph(files, "network.gexf", networkx.read_gexf) == asked
    assert met_on_page(frozen) == [(*row, sorted(names.split("; "))) for *row, names in asked]
