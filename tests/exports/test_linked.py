"""Linked data, read by rdflib; and what of it stands in pages."""

import io
import json
import zlib

import lxml.html
import pytest
import rdflib
from rdflib.compare import isomorphic, to_isomorphic

from mkdocs_dossier.exports.linked_files import JSON_LD, TURTLE, make_linked
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.parts.linked import MOST
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.page import render_linked

# rdflib's own reader of JSON-LD uses what rdflib has declared old.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SITE = "https://exemple.org/d/"


def read_graphs(publication):
    files = {file.path: file.content for file in make_linked(publication)}
    return (
        rdflib.Graph().parse(io.BytesIO(files[JSON_LD]), format="json-ld"),
        rdflib.Graph().parse(io.BytesIO(files[TURTLE]), format="turtle"),
    )


def gather_all(site):
    return [each.gather() for each in plan_pages(site)]


@pytest.fixture(scope="module")
def graphs(frozen):
    return read_graphs(frozen)


@pytest.mark.parametrize("dossier", ["canal", "own-words"])
def test_both_files_say_the_same(root, publish, dossier):
    one, other = read_graphs(publish(root / "tests/dossiers" / dossier))
    assert len(one)
    assert isomorphic(to_isomorphic(one), to_isomorphic(other))


def test_counts_are_those_of_the_dossier(frozen, graphs):
    dossier = frozen.dossier
    kinds = [actor.kind for actor in dossier.actors.values()]
    reviewed = [
        said
        for said in frozen.indexes.said
        if dossier.vocabulary.statuses[said.statement.status].rank and said.statement.decision
    ]
    for graph in graphs:

        def count(type_, graph=graph):
            return len(set(graph.subjects(rdflib.RDF.type, SCHEMA[type_])))

        assert count("Person") == kinds.count("person")
        assert count("Event") == len(dossier.events)
        assert count("NewsArticle") == len(dossier.articles)
        assert count("Claim") + count("Quotation") == len(frozen.indexes.said)
        assert count("ClaimReview") == len(reviewed) > 0


def test_a_statement_says_from_whom_and_whence(graphs):
    claim = rdflib.URIRef(f"{SITE}evenements/entretien-kim-wang/#amitie-forte")
    article = rdflib.URIRef(f"{SITE}articles/2024-03-kim-song-nam-pekin/")
    for graph in graphs:
        assert (claim, PROV.wasQuotedFrom, article) in graph
        assert (claim, PROV.wasAttributedTo, rdflib.URIRef(f"{SITE}acteurs/wang-huning/")) in graph


def test_wikidata_is_the_same_thing(frozen, graphs):
    known = [each for each in frozen.dossier.records() if each.external and each.external.wikidata]
    for graph in graphs:
        same = [str(o) for o in graph.objects(None, SCHEMA.sameAs) if "wikidata" in o]
        assert len(same) == len(known) > 0


def test_an_uncertain_date_is_no_date_of_the_event(load_dossier, publish):
    dates = {"sur": "2024-03-21", "vers": "2024-06~", "duree": "2023-07-27/2023-07-28"}
    files = {
        f"events/{id}.yml": f"kind: meeting\nname: {id}\nsummary: S.\ndate: {date}\n"
        for id, date in dates.items()
    }
    graph, _ = read_graphs(publish(load_dossier(files)))
    starts = {str(s).split("/")[-2]: str(o) for s, o in graph.subject_objects(SCHEMA.startDate)}
    assert starts == {"sur": "2024-03-21", "duree": "2023-07-27"}
    [(_, period)] = graph.subject_objects(SCHEMA.temporalCoverage)
    assert str(period) == "2024-06-01/2024-06-30"


SOURCED = """\
kind: person
name: Anne
summary: S.
sources:
  - document: {title: Acte, untitled: true, url: "https://a.example/acte", publisher: onu,
      archive_url: "https://archive.example/1", date: 2020-05-01}
  - {document: {title: Refus}, against: true}
statements:
  - {id: dit, text: Anne est là., about: [anne], speakers: [anne], form: indirect,
     sources: [{document: {title: Lettre, publisher: {name: Un ami}, archive_url: "javascript:1"}}]}
"""
BODY = "kind: organisation\nname: ONU\nsummary: S.\n"


def test_a_document_is_described_with_its_copy_and_its_publisher(load_dossier, publish):
    files = {"actors/anne.yml": SOURCED, "actors/onu.yml": BODY}
    act, anne = rdflib.URIRef("https://a.example/acte"), rdflib.URIRef(f"{SITE}acteurs/anne/")
    for graph in read_graphs(publish(load_dossier(files))):
        assert list(graph.objects(anne, SCHEMA.subjectOf)) == [act]
        assert str(graph.value(act, SCHEMA.name)) == "[Acte]"
        assert graph.value(act, SCHEMA.archivedAt) == rdflib.URIRef("https://archive.example/1")
        assert graph.value(act, SCHEMA.publisher) == rdflib.URIRef(f"{SITE}acteurs/onu/")
        assert str(graph.value(act, SCHEMA.datePublished)) == "2020-05-01"
        letter = graph.value(rdflib.URIRef(f"{anne}#dit"), PROV.wasQuotedFrom)
        assert str(graph.value(letter, SCHEMA.name)) == "Lettre"
        assert str(graph.value(graph.value(letter, SCHEMA.publisher), SCHEMA.name)) == "Un ami"
        assert len(list(graph.triples((None, SCHEMA.archivedAt, None)))) == 1


@pytest.mark.parametrize("name", ['</script><script>x="1"', "<!--a", "a\\\\b\\n\\u2028", "${a}"])
def test_no_text_leaves_its_place(load_dossier, publish, name):
    record = f"kind: person\nname: {json.dumps(name)}\nsummary: S.\n"
    dossier = load_dossier({"actors/a.yml": record})
    publication = publish(dossier)
    for graph in read_graphs(publication):
        assert {str(each) for each in graph.objects(None, SCHEMA.name)} == {name}
    site = Site(publication.indexes, Features(exports=True))
    [page] = [page for page in gather_all(site) if page.record == "a"]
    head = f"<head>{render_linked(page.linked)}<title>x</title></head>"
    [script] = lxml.html.fromstring(head).xpath("//script")
    assert json.loads(script.text)["@graph"][0]["name"] == name
    assert "<" not in script.text


def test_pages_stay_light(root, frozen):
    site = Site(frozen.indexes, Features(exports=True, site=SITE))
    pages = [page for page in gather_all(site) if page.record]
    assert all(page.linked for page in pages)
    assert max(len(zlib.compress(page.linked.encode())) for page in pages) <= MOST
    without = Site(frozen.indexes, Features(site=SITE))
    assert not any(page.linked for page in gather_all(without))
