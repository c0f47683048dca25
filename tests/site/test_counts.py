"""Each format of a site, opened by a program that nobody here wrote, holds what its pages show."""

import io
import json
import re
import sqlite3
import zipfile

import icalendar
import lxml.html
import networkx
import pandas
import pytest
import rdflib
import rispy
from citeproc.source.json import CiteProcJSON
from lxml import etree
from pybtex.database import parse_file

FOLDERS = ("actors", "events", "places", "topics", "articles")
WORDS = dict(zip(FOLDERS, ("acteurs", "evenements", "lieux", "themes", "articles"), strict=True))
SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def data(site_dir):
    return site_dir / "donnees"


@pytest.fixture(scope="module")
def shown(site_dir):
    """How many pages of each section there are, and how many statements in places of their own."""
    found = {name: len([*site_dir.glob(f"{word}/*/index.html")]) for name, word in WORDS.items()}
    homes = set()
    for page in site_dir.rglob("index.html"):
        text = page.read_text("utf-8")
        homes |= {
            (page.parent.name, id)
            for id in lxml.html.fromstring(text).xpath(
                "//*[contains(concat(' ', @class, ' '), ' d-statement ')]/@id"
            )
        }
    assert all(found.values())
    return {**found, "statements": len(homes)}


def in_tables(data):
    """pandas."""
    return {
        name: len(pandas.read_csv(data / f"csv/{name}.csv")) for name in (*FOLDERS, "statements")
    }


def in_json(data):
    """json."""
    whole = json.loads((data / "dossier.json").read_bytes())
    facts = [fact["kind"] for name in FOLDERS for entry in whole[name] for fact in entry["facts"]]
    return {name: len(whole[name]) for name in FOLDERS} | {"statements": facts.count("statement")}


def in_database(data):
    """sqlite3."""
    with sqlite3.connect(f"file:{data / 'dossier.sqlite'}?mode=ro", uri=True) as database:
        return {
            name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in (*FOLDERS, "statements")
        }


def in_graphs(data):
    """networkx."""
    graphml = networkx.read_graphml(data / "network.graphml")
    assert len(graphml) == len(networkx.read_gexf(data / "network.gexf"))
    return {"actors": len(graphml)}


def in_entities(data):
    lines = (data / "entities.ftm.json").read_text("utf-8").splitlines()
    kinds = [json.loads(line)["schema"] for line in lines]
    names = {"events": "Event", "articles": "Article", "statements": "Note"}
    return {name: kinds.count(schema) for name, schema in names.items()}


def in_linked_data(data):
    """rdflib."""
    graph = rdflib.Graph().parse(data / "dossier.ttl")
    kinds = [str(kind).removeprefix(str(SCHEMA)) for kind in graph.objects(None, rdflib.RDF.type)]
    said = kinds.count("Claim") + kinds.count("Quotation")
    named = {"events": "Event", "articles": "NewsArticle"}
    return {name: kinds.count(kind) for name, kind in named.items()} | {"statements": said}


def in_bibtex(data):
    """pybtex."""
    return {"statements": len(parse_file(data / "citations/statements.bib").entries)}


def in_ris(data):
    """rispy."""
    return {"statements": len(rispy.loads((data / "citations/statements.ris").read_text("utf-8")))}


def in_csl(data):
    """citeproc."""
    read = json.loads((data / "citations/statements.json").read_bytes())
    return {"statements": len(CiteProcJSON(read))}


def in_calendar(data):
    """icalendar; an event without a day that a calendar knows is not in it."""
    events = icalendar.Calendar.from_ical((data / "events.ics").read_bytes()).events
    table = pandas.read_csv(data / "csv/events.csv")
    undated = table[table.date_earliest.isna() | table.date_latest.isna()]
    return {"events": len(events) + len(undated)}


def in_texts(data):
    """The list of the texts, and the texts beside the pages."""
    text = (data.parent / "llms.txt").read_text("utf-8")
    listed = re.findall(r"^- \[.*\]\((?:\S*/)?(\w+)/[^/\s]+/index\.md\)", text, re.MULTILINE)
    for name, word in WORDS.items():
        assert len([*data.parent.glob(f"{word}/*/index.md")]) == listed.count(word), name
    return {name: listed.count(word) for name, word in WORDS.items()}


def in_one_file(data):
    """lxml."""
    page = lxml.html.fromstring((data / "dossier.html").read_bytes())
    counts = (len(each.xpath("./ol/li")) for each in page.xpath("//nav/details"))
    order = ("actors", "events", "places", "topics", "articles")
    return dict(zip(order, counts, strict=True))


def in_book(data):
    """zipfile and lxml; that it is valid is for epubcheck."""
    with zipfile.ZipFile(io.BytesIO((data / "dossier.epub").read_bytes())) as archive:
        contents = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    nested = contents.xpath("//*[local-name()='ol']/*/*[local-name()='ol']")
    return dict(zip(FOLDERS, (len(each) for each in nested), strict=True))


def on_the_page_of_the_data(data):
    """What it says that the tables hold."""
    page = lxml.html.fromstring((data / "index.html").read_text("utf-8"))
    found = {}
    for name in (*FOLDERS, "statements"):
        lines = page.xpath(f"//li[a[contains(@href, '/{name}.csv')]]/span")
        assert len(lines) == 1, [each.text_content() for each in page.xpath("//li[a]/span")][:9]
        found[name] = int(re.search(r", (\d+)", lines[0].text_content())[1])
    return found


@pytest.mark.parametrize(
    "count",
    [
        in_tables, in_json, in_database, in_graphs, in_entities, in_linked_data, in_bibtex, in_ris,
        in_csl, in_calendar, in_texts, in_one_file, in_book, on_the_page_of_the_data,
    ],
    ids=lambda each: each.__name__,
)  # fmt: skip
def test_counts_are_those_of_the_pages(data, shown, count):
    counted = count(data)
    assert counted
    assert counted == {name: shown[name] for name in counted}


def test_each_fact_leads_to_its_place_on_a_page(data, site_dir):
    """The table of all facts, whose ids every other format has."""
    facts = pandas.read_csv(data / "csv/facts.csv", dtype=str)
    assert {"office", "relation", "participation", "statement", "record"} <= {*facts["kind"]}
    places: dict[str, set[str]] = {}
    for address in facts["address"]:
        page, _, anchor = address.partition("#")
        if page not in places:
            text = (site_dir / page / "index.html").read_text("utf-8")
            places[page] = {"", *lxml.html.fromstring(text).xpath("//@id")}
        assert anchor in places[page], address
