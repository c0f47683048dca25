"""The feed of corrections, as a feed reader sees it."""

import lxml.etree
import pytest

from mkdocs_dossier.exports.atom import make_feed
from mkdocs_dossier.locales import texts
from mkdocs_dossier.views.addresses import Addresses

ATOM = {"a": "http://www.w3.org/2005/Atom"}
RECORD = """kind: concept
name: Amitié & paix
summary: N.
corrections:
  - date: 2026-01-10
    was: "1949"
    now: <b>1950</b>
  - date: 2026-03-02
    about: summary
    was: guerre
    now: paix
"""


@pytest.fixture
def feed(load_dossier):
    dossier = load_dossier({"topics/amitie.yml": RECORD})

    def make(site: str) -> bytes:
        return make_feed(dossier, Addresses(dossier, texts("fr")), site)

    return make


def read(feed: bytes, path: str) -> list[str]:
    return lxml.etree.fromstring(feed).xpath(path, namespaces=ATOM)


def test_corrections_come_latest_first_with_what_was_and_what_is(feed):
    content = read(feed(""), "//a:entry/a:content/text()")
    assert content[0].startswith("« guerre »")
    assert content[1].startswith("« 1949 »")
    assert "<b>1950</b>" in content[1]
    assert read(feed(""), "//a:feed/a:updated/text()") == ["2026-03-02T00:00:00+00:00"]


def test_links_are_absolute_where_the_site_is_known(feed):
    site = "https://exemple.org/d/"
    assert read(feed(site), "//a:entry/a:link/@href") == [f"{site}themes/amitie/"] * 2
    assert read(feed(""), "//a:entry/a:link/@href") == ["../themes/amitie/"] * 2


def test_ids_are_unique_and_stay_when_the_site_moves(feed):
    ids = read(feed(""), "//a:id/text()")
    assert len(set(ids)) == len(ids) == 3
    assert read(feed("https://exemple.org/"), "//a:id/text()") == ids


def test_the_same_dossier_gives_the_same_bytes(feed):
    assert feed("") == feed("")
