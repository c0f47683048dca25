"""A reader follows an address that carries the fingerprint of a statement."""

import json
import re

import pytest
from playwright.sync_api import expect

PATH = "evenements/entretien-kim-wang/"
ID = "amitie-forte"
OLD = [
    {"p": "nnnn", "d": "2 mai 2026", "w": "Corrige <b>le verbe</b>"},
    {
        "p": "aaaa",
        "d": "1er mars 2026",
        "w": "Ajoute",
        "c": [["Texte :", "<i>resta</i>", "restera"]],
    },
]


@pytest.fixture
def with_past(open_page, site_url):
    """A function that opens a page whose statement has an earlier version."""

    def open_(hash_, versions=OLD, id=ID):
        page = open_page("about:blank")
        piece = json.dumps([["entretien-kim-wang", {id: versions}]])
        page.route("**/cited/index.json", lambda route: route.fulfill(body='["a"]'))
        page.route("**/cited/0.json", lambda route: route.fulfill(body=piece))
        page.goto(f"{site_url}{PATH}{hash_}")
        return page

    return open_


def test_the_permanent_link_takes_the_fingerprint_along_and_says_unchanged(open_page):
    page = open_page(PATH)
    page.locator(f"[id='{ID}'] .d-permalink a").first.click()
    page.wait_for_url(re.compile(rf"#{ID}~[a-z2-7]{{4}}$"))
    expect(page.locator(f"[id='{ID}'] .d-cited")).to_contain_text("Inchangé")
    page.reload()
    expect(page.locator(f"[id='{ID}'] .d-cited")).to_contain_text("Inchangé")
    expect(page.locator(f"[id='{ID}']")).to_be_in_viewport()


def test_what_changed_when_and_why_is_shown_as_text(with_past):
    note = with_past(f"#{ID}~aaaa").locator(".d-cited")
    expect(note).to_contain_text("2 mai 2026 : Corrige <b>le verbe</b>".replace(" :", "\u00a0:"))
    expect(note.locator("del")).to_have_text("<i>resta</i>")
    expect(note.locator("ins")).to_have_text("restera")
    expect(note).not_to_contain_text("Ajoute")


def test_an_unknown_fingerprint_is_said_to_be_unknown(with_past):
    expect(with_past(f"#{ID}~zzzz").locator(".d-cited")).to_contain_text("ne connaît pas")


def test_a_statement_that_is_gone_is_told_at_the_head_of_the_page(with_past):
    gone = [{"p": ""}, {"p": "aaaa", "c": [["Texte :", "Dit.", ""]]}]
    note = with_past("#parti~aaaa", gone, "parti").locator(".d-cited")
    expect(note).to_contain_text("n'est plus dans le dossier")
    expect(note.locator("del")).to_have_text("Dit.")


def test_without_a_fingerprint_nothing_more_is_loaded(open_page, site_url):
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}{PATH}#{ID}", wait_until="networkidle")
    assert not [url for url in asked if "cited" in url]
