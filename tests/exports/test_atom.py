"""The feed of corrections, as a feed reader sees it."""

import dataclasses
import json

import lxml.etree
import pytest

from mkdocs_dossier.exports.atom import make_corrections, make_feed
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.addresses import Addresses
from mkdocs_dossier.index.corrections import date_feed
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.days import Day

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
    def make(site: str = "", record: str = RECORD, **settings: str) -> bytes:
        dossier = load_dossier({"topics/amitie.yml": record, **settings})
        updated = date_feed(dossier, Day(2026, 5, 1))
        return make_feed(dossier, Addresses(dossier, texts("fr")), site, updated)

    return make


def read(feed: bytes, path: str) -> list[str]:
    return lxml.etree.fromstring(feed).xpath(path, namespaces=ATOM)


def test_corrections_come_latest_first_with_what_was_and_what_is(feed):
    content = read(feed(), "//a:entry/a:content/text()")
    assert content[0].startswith("« guerre »")
    assert content[1].startswith("« 1949 »")
    assert "<b>1950</b>" in content[1]
    assert read(feed(), "//a:feed/a:updated/text()") == ["2026-03-02T00:00:00+00:00"]


def test_links_are_absolute_where_the_site_is_known(feed):
    site = "https://exemple.org/d/"
    assert read(feed(site), "//a:entry/a:link/@href") == [f"{site}themes/amitie/"] * 2
    assert read(feed(), "//a:entry/a:link/@href") == ["../themes/amitie/"] * 2


def test_ids_are_unique_and_stay_when_the_site_moves(feed):
    ids = read(feed(), "//a:id/text()")
    assert len(set(ids)) == len(ids) == 3
    assert read(feed("https://exemple.org/"), "//a:id/text()") == ids


def test_the_same_dossier_gives_the_same_bytes(feed):
    assert feed() == feed()


def without_corrections(*lines):
    return "\n".join([RECORD.partition("corrections:")[0].rstrip(), *lines, ""])


def test_a_feed_without_entries_is_as_old_as_the_site_never_of_1970(feed, load_dossier):
    assert "2026-05-01T" in read(feed(record=without_corrections()), "//a:updated/text()")[0]
    reviewed = load_dossier({"topics/amitie.yml": without_corrections("reviewed: 2026-04-02")})
    assert date_feed(reviewed, None) == Day(2026, 4, 2)
    unknown = load_dossier({"topics/amitie.yml": without_corrections()})
    publication = Publication(Indexes(unknown), Mentions(unknown))
    assert list(make_corrections(publication)) == [], "no feed with a false date"


@pytest.mark.parametrize("text", ["</title><entry/>", "]]>", "&lt;b> &#0;", "\u200f"])
def test_what_is_syntax_in_xml_is_text_in_the_feed(feed, text):
    record = RECORD.replace("Amitié & paix", json.dumps(text + "x")).replace(
        "guerre", json.dumps(text + "x")
    )
    made = feed(record=record)
    assert len(read(made, "//a:entry")) == 2
    assert read(made, "//a:entry/a:title/text()") == [f"{text}x"] * 2
    assert read(made, "//a:entry/a:content/text()")[0] == f"« {text}x » → « paix »"


@pytest.mark.parametrize("text", ["\ufffe\uffff", "\u202e", "\0", "\x1b"])
def test_what_xml_cannot_hold_is_left_out(load_dossier, text):
    """No file brings such a text, for loading refuses it; whoever makes records otherwise may."""
    dossier = load_dossier({"topics/amitie.yml": RECORD})
    topic = dossier.topics["amitie"]
    first, last = topic.corrections
    changed = topic.model_copy(
        update={
            "name": f"{text}x",
            "corrections": [first, last.model_copy(update={"was": f"{text}x"})],
        }
    )
    dossier = dataclasses.replace(dossier, topics={"amitie": changed})
    made = make_feed(dossier, Addresses(dossier, texts("fr")), "", Day(2026, 5, 1))
    assert read(made, "//a:entry/a:title/text()") == ["x", "x"]
    assert read(made, "//a:entry/a:content/text()")[0] == "« x » → « paix »"
