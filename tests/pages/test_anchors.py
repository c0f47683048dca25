"""What leads to a place within a page, from another page or from the search, finds it there."""

from urllib.parse import unquote, urljoin

import lxml.html
import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import PageText, list_documents
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import load

BASE = "https://site.test/"


@pytest.fixture(scope="module")
def site(root):
    dossier = load(root / "tests/dossiers/frozen/dossier").dossier
    return Site(Indexes(dossier), Features(links=True))


@pytest.fixture(scope="module")
def pages(site):
    return {page.address: page for page in build_pages(site, Renderer(site.texts))}


@pytest.fixture(scope="module")
def ids(pages):
    """The ids of each page, by address."""
    return {
        address: set(lxml.html.fragment_fromstring(page.html, create_parent=True).xpath("//@id"))
        for address, page in pages.items()
    }


def test_links_lead_to_places_that_exist(pages, ids):
    count, lost = 0, set()
    for address, page in pages.items():
        root = lxml.html.fragment_fromstring(page.html, create_parent=True)
        for link in root.xpath("//a/@href"):
            url, _, anchor = urljoin(BASE + address, link).partition("#")
            if anchor and url.startswith(BASE):
                count += 1
                if unquote(anchor) not in ids[url.removeprefix(BASE)]:
                    lost.add((address, link))
    assert count > 100
    assert lost == set()


def test_results_of_the_search_lead_to_places_that_exist(site, pages, ids):
    texts = [PageText(each.address, each.title, record=each.record) for each in pages.values()]
    found = {
        (document.address, passage.anchor)
        for document in list_documents(site, texts)
        for passage in document.passages
        if passage.anchor
    }
    assert {anchor for _, anchor in found} >= {"disputes", "notes"}
    assert {(address, anchor) for address, anchor in found if anchor not in ids[address]} == set()


def test_a_statement_called_as_a_section_keeps_its_anchor_and_the_section_its_links(load_dossier):
    dossier = load_dossier(
        {
            "actors/a.yml": "kind: state\nname: Nord\nsummary: S.\n",
            "events/e.yml": (
                "kind: meeting\nname: Visite\nsummary: S.\ndate: 2024\nparticipants: [a]\n"
                "statements:\n  - {id: disputes, text: Un mot., speakers: [a], basis: B}\n"
                "disputes:\n  - about: date\n    versions:\n"
                "      - {value: '2024', basis: B}\n      - {value: '2025', basis: B}\n"
            ),
        }
    )
    site = Site(Indexes(dossier), Features(links=True))
    pages = {page.address: page for page in build_pages(site, Renderer(site.texts))}
    own = lxml.html.fragment_fromstring(pages["evenements/e/"].html, create_parent=True)
    [statement] = own.xpath("//*[@id='disputes']")
    assert "Un mot." in statement.text_content()
    marks = own.xpath("//a[contains(@href, 'disputes') and contains(@class, 'disput')]/@href")
    listed = lxml.html.fragment_fromstring(pages["evenements/"].html, create_parent=True)
    marks += listed.xpath("//a[contains(@href, 'e/#') and contains(@class, 'disput')]/@href")
    assert len(marks) >= 2
    for anchor in {mark.partition("#")[2] for mark in marks}:
        [heading] = own.xpath("//h2[@id=$anchor]", anchor=anchor)
        assert "2024" not in heading.text_content()
