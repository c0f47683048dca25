"""Odd dossiers in all formats, each opened by a program that nobody here wrote.

The odd one holds years before our era, decades, formulas, marks of each format, emoji, texts from
right to left; the others hold nothing, or one record.
"""

import io
import json
import sqlite3
import zipfile
from contextlib import closing

import feedparser
import feedparser_rs
import icalendar
import jsonschema
import lxml.html
import networkx
import pandas
import pypdf
import pytest
import rdflib
import rispy
from any_disk import find_refused
from frictionless import Package
from lxml import etree
from pybtex.database import parse_string
from rdflib.compare import to_isomorphic

from mkdocs_dossier.exports import FORMATS

ONE = {"actors/a.yml": "kind: person\nname: A\nsummary: S.\ntags: [con, NUL, Énergie]\n"}


@pytest.fixture(scope="module", params=["odd", "one", "empty"])
def made(request, root, publish, load_dossier, tmp_path_factory):
    """A dossier and the folder of its files."""
    given = root / "tests/dossiers/odd"
    if request.param != "odd":
        given = load_dossier(ONE if request.param == "one" else {})
    publication, folder = publish(given), tmp_path_factory.mktemp(request.param)
    for each in FORMATS.values():
        for file in each.make(publication):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    return publication, folder


def test_files_can_lie_on_any_disk(made):
    files = [each for each in made[1].rglob("*") if each.is_file()]
    assert find_refused(each.relative_to(made[1]).as_posix() for each in files) == []


def test_tables(made):
    """frictionless, pandas, sqlite3."""
    publication, folder = made
    report = Package(str(folder / "csv/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    facts = pandas.read_csv(folder / "csv/facts.csv", dtype=str)
    assert list(facts["id"]) == [fact.id for fact in publication.facts]
    for path in (folder / "csv").glob("*.csv"):
        read = pandas.read_csv(path, dtype=str, keep_default_na=False)
        texts = [cell for column in read for cell in read[column] if cell[:1] in ("=", "+", "@")]
        assert texts == [], path
    with closing(sqlite3.connect(folder / "dossier.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        views = database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        assert all(database.execute(f'SELECT * FROM "{name}"').description for (name,) in views)
        assert database.execute("SELECT count(*) FROM facts").fetchone() == (len(facts),)


def test_json(made):
    """jsonschema."""
    publication, folder = made
    check = jsonschema.Draft202012Validator(
        json.loads((folder / "dossier.schema.json").read_bytes())
    )
    files = [folder / "dossier.json", *folder.rglob("index.json")]
    assert len(files) == 1 + len([*publication.dossier.everything()])
    assert all(check.is_valid(json.loads(path.read_bytes())) for path in files)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
def test_graphs(made):
    """networkx, rdflib."""
    publication, folder = made
    for read, name in ((networkx.read_gexf, "gexf"), (networkx.read_graphml, "graphml")):
        graph = read(folder / f"network.{name}")
        assert set(graph.nodes) == set(publication.dossier.actors)
    turtle, linked = (
        rdflib.Graph().parse(folder / name, format=form)
        for name, form in (("dossier.ttl", "turtle"), ("dossier.jsonld", "json-ld"))
    )
    assert to_isomorphic(turtle) == to_isomorphic(linked)


def test_citations(made):
    """pybtex, rispy."""
    publication, folder = made
    for name, least in (
        ("sources", publication.dossier.articles),
        ("statements", publication.indexes.said),
    ):
        path = folder / "citations" / name
        items = json.loads(path.with_suffix(".json").read_bytes())
        assert len(items) >= len(least)
        assert len(rispy.loads(path.with_suffix(".ris").read_text("utf-8"))) == len(items)
        read = parse_string(path.with_suffix(".bib").read_text("utf-8"), "bibtex")
        assert len(read.entries) == len(items)


def test_news(made):
    """feedparser, feedparser_rs, icalendar."""
    publication, folder = made
    for path in folder.rglob("*.xml"):
        assert not feedparser.parse(path.read_bytes()).bozo, path
    for path in folder.rglob("feed.json"):
        feed = feedparser_rs.parse(path.read_bytes())
        assert (feed.version, feed.bozo) == ("json11", False)
    held = {
        str(event["uid"]).partition("@")[0]
        for path in folder.rglob("*.ics")
        for event in icalendar.Calendar.from_ical(path.read_bytes()).events
    }
    events = publication.dossier.events.values()
    assert held == {
        event.id
        for event in events
        if event.date and event.date.earliest and event.date.earliest.year > 0
        and event.date.latest and event.date.latest.year < 9999
    }  # fmt: skip


def test_copies(made):
    """lxml, pypdf; epubcheck takes seconds, and reads another."""
    publication, folder = made
    with zipfile.ZipFile(folder / "dossier.epub") as book:
        pages = [name for name in book.namelist() if name.endswith(".xhtml")]
        assert all(len(etree.fromstring(book.read(name))) for name in pages)
    page = lxml.html.fromstring((folder / "dossier.html").read_text("utf-8"))
    ids = {each.id for each in publication.dossier.everything()}
    assert set(page.xpath("//section[@data-chapter]/@id")) == ids
    title = publication.dossier.settings.title
    assert page.findtext(".//h1") == title
    printed = pypdf.PdfReader(io.BytesIO((folder / "dossier.pdf").read_bytes()))
    assert printed.metadata.title == title
