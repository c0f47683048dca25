"""Files that the site has beside its pages: what names and texts hold is data in each of them."""

import json

import lxml.html
import pytest

from mkdocs_dossier.pages.previews import preview_files
from mkdocs_dossier.pages.redirects import list_redirects
from mkdocs_dossier.pages.search import PageText, describe_record, list_documents
from mkdocs_dossier.pages.search_markup import write_document
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.page import render_redirect

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"};alert(1);{"',
    "\\u2028\\u2029\\\\",
    "\u2028alert(1)\u2029",
    "</title><meta http-equiv=refresh content='0; url=https://evil/'>",
    "${x} `x` {{ x }} {% x %}",
    "]]> &lt; &#0;",
]


@pytest.fixture(params=HOSTILE)
def site(request, gather_site):
    text = json.dumps(request.param + " x", ensure_ascii=True)
    record = f"kind: concept\nname: {text}\nsummary: {text}\nformer_ids: [ami]\n"
    return gather_site({"topics/amitie.yml": record})


def test_data_of_the_previews_is_json(site):
    files = {asset.address.rpartition("/")[2]: asset.content for asset in preview_files(site)}
    (entry,) = json.loads(files["0.json"])
    assert entry[0] == "amitie"
    assert entry[1]["n"] == site.dossier.topics["amitie"].name


def test_a_redirect_leads_to_its_record_alone(site):
    (redirect,) = list_redirects(site)
    asset = render_redirect(Renderer(site.texts), redirect)
    page = lxml.html.fromstring(asset.content.decode())
    assert [each.get("content") for each in page.iter("meta") if each.get("http-equiv")] == [
        "0; url=../amitie/"
    ]
    scripts = [(dict(each.attrib), each.text) for each in page.iter("script")]
    address = "../../assets/dossier/scripts/redirect.mjs"
    assert scripts == [({"type": "module", "src": address}, None)]
    assert page.findtext(".//a") == " ".join(site.dossier.topics["amitie"].name.split("\n"))


def test_a_document_of_the_search_holds_text_alone(site):
    record = site.dossier.topics["amitie"]
    document = write_document(describe_record(site, record, "themes/amitie/"), "fr")
    page = lxml.html.fromstring(document)
    assert {each.tag for each in page.iter("script", "meta", "img")} == set()
    assert "\x01" not in document


def test_a_hand_written_page_is_read_block_by_block(site):
    html = (
        "<h2 id='un'>Un</h2><p>Du <b>gras</b>.</p><ul><li>a<ul><li>b</li></ul></li></ul>"
        "<script>alert(1)</script><pre>code</pre><p>&lt;img onerror=x&gt;\x01\ufdd0</p>"
    )
    (document,) = list_documents(site, [PageText("note/", "Note", html=html)])
    texts = [(each.text, each.anchor, each.shown) for each in document.passages]
    assert texts[:5] == [
        ("Un", "un", True),
        ("Du gras.", "un", True),
        ("a", "un", True),
        ("b", "un", True),
        ("code", "un", False),
    ]
    page = lxml.html.fromstring(write_document(document, "fr"))
    assert {each.tag for each in page.iter("script", "meta", "img")} == set()
