"""Anchors, languages, and what strangers must not put into a page."""

from html import escape

import lxml.html
import pytest

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>"
LINK = "[un lien](javascript:alert(1)) et [un autre](https://exemple.org/)"

FILES = {
    "actors/anne.yml": f"""
kind: person
name: "Anne {ATTACK}"
summary: "Résumé {ATTACK}"
description: "Texte {ATTACK} {LINK}"
aliases: ["Alias {ATTACK}", {{name: 安娜, language: zh}}]
short_names: ["Court {ATTACK}"]
tags: ["mot {ATTACK}"]
external:
  wikidata: "Q1\\"><script>"
  wikipedia: "javascript:alert(1)"
  website: "https://exemple.org/\\"onmouseover=alert(1)"
offices: [{{title: "titre {ATTACK}", start: 2020, end: .., basis: "base {ATTACK}"}}]
relations: [{{type: member-of, with: parti, basis: "base {ATTACK}", note: "note {ATTACK}"}}]
statements:
  - id: dit
    text: "Dit {ATTACK}"
    speakers: [{{name: "eux {ATTACK}"}}]
    about: [anne]
    sources:
      - document: {{title: "titre {ATTACK}", url: "javascript:alert(1)"}}
        note: "note {ATTACK}"
disputes:
  - about: name
    versions: [{{value: "version {ATTACK}", text: "mots {ATTACK}", basis: "base"}}]
    decision: "décision {ATTACK}"
notes: ["Note {ATTACK} {LINK}"]
""",
    "actors/parti.yml": "{kind: organisation, name: Parti, summary: Un parti.}",
    "events/vote.yml": f"""
kind: vote
name: "Vote {ATTACK}"
summary: Un vote.
date: 2021
date_basis: "base {ATTACK}"
participants: [{{name: "groupe {ATTACK}", note: "note {ATTACK}", basis: "base {ATTACK}"}}]
""",
    "articles/a.md": f"""---
title: "Titre {ATTACK}"
outlet: null
date: 2021
author: "auteur {ATTACK}"
url: "javascript:alert(1)"
archive_url: "javascript:alert(2)"
language: "fr\\"><script>"
derived_from: {{method: "méthode {ATTACK}"}}
summary: Un article.
---
Récit {ATTACK} {LINK}
""",
}

PNG = b"\x89PNG\r\n\x1a\n"


def parse(page):
    return lxml.html.fragment_fromstring(page.html, create_parent=True)


@pytest.fixture
def attacked(make_pages):
    return make_pages(FILES)


@pytest.mark.parametrize("id", ["anne", "vote", "a", "parti"])
def test_no_script_reaches_a_page(attacked, id):
    tree = parse(attacked[id])
    assert tree.xpath("//script | //*[@onerror or @onmouseover]") == []
    assert not [href for href in tree.xpath("//@href | //@src") if "javascript" in href.lower()]


def test_fields_show_what_was_written(attacked, read):
    text = read(attacked["anne"])
    for field in ("Anne", "Résumé", "Alias", "titre", "base", "note", "Dit", "décision", "Note"):
        assert f"{field} {ATTACK}" in text, field
    assert "https://exemple.org/" in parse(attacked["anne"]).xpath("//@href")


def test_titles_and_descriptions_stay_plain(attacked):
    assert attacked["anne"].title == f"Anne {ATTACK}"
    assert escape(ATTACK) not in attacked["anne"].description


def test_names_in_other_scripts_carry_their_language(attacked):
    tree = parse(attacked["anne"])
    assert [each.text for each in tree.xpath("//li[@lang='zh']")] == ["安娜"]


def test_foreign_quotations_carry_their_language(make_pages):
    text = "« *peace* now »{lang=en}, *Korea Times*{lang=en}, « ici » et `« x »{lang=en}`."
    record = f"kind: person\nname: Anne\nsummary: Une.\ndescription: '{text}'\n"
    pages = make_pages({"actors/anne.yml": record})
    tree = parse(pages["anne"])
    foreign = tree.xpath("//p//*[@lang='en']")
    assert [each.text_content() for each in foreign] == ["«\u00a0peace now\u00a0»", "Korea Times"]
    assert tree.xpath("//code/text()") == ["« x »{lang=en}"]
    assert tree.text_content().count("{lang") == 1


def test_no_anchor_is_given_twice(make_pages):
    statement = "{{id: {0}, text: Dit., speakers: [outlet], about: [anne], basis: fait notoire}}"
    statements = ", ".join(statement.format(id) for id in ("notes", "relations", "sources"))
    pages = make_pages(
        {
            "actors/anne.yml": (
                "kind: person\nname: Anne\nsummary: Une.\nnotes: [Une note.]\n"
                f"basis: fait notoire\nstatements: [{statements}]\n"
            )
        }
    )
    page = pages["anne"]
    ids = parse(page).xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"notes", "relations", "sources"} <= set(ids)
    assert {heading.id for heading in page.headings} <= set(ids)
    (note,) = parse(page).xpath("//*[@id='notes']")
    assert "d-statement" in note.get("class")


def test_paragraphs_link_to_themselves(make_pages):
    page = make_pages(
        {
            "articles/a.md": "---\ntitle: Titre\noutlet: null\ndate: 2021\nsummary: Un.\n---\n"
            "Le premier paragraphe n'a pas d'ancre à lui.\n\nLe second en a une. {#seconde}\n"
        }
    )["a"]
    account = parse(page).xpath("//div[@class='d-account']//p[@id]")
    assert [each.get("id") for each in account] == ["le-premier-paragraphe-n-a", "seconde"]
    links = parse(page).xpath("//div[@class='d-account']//a[@class='headerlink']/@href")
    assert links == ["#le-premier-paragraphe-n-a", "#seconde"]


def test_a_picture_stands_with_its_credit(make_pages, read):
    image = "image: {file: images/anne.png, credit: Paul Petit, licence: CC BY 4.0}"
    person = "kind: person\nname: Anne Martin\nsummary: Une.\n"
    files = {"actors/anne.yml": f"{person}{image}\n", "images/anne.png": PNG}
    page = make_pages(files)["anne"]
    (picture,) = parse(page).xpath("//img")
    assert picture.get("src") == "../../assets/dossier/images/images/anne.png"
    assert picture.get("alt").split() == ["Portrait", ":", "Anne", "Martin"]
    assert "Paul Petit · CC BY 4.0" in read(page)


@pytest.mark.parametrize("file", ["missing.png", "../outside.png"])
def test_initials_stand_for_a_picture_that_is_not_there(file, make_pages):
    image = f"image: {{file: {file}, credit: Moi, licence: CC0}}"
    person = "kind: person\nname: Anne Martin\nsummary: Une.\n"
    files = {"actors/anne.yml": f"{person}{image}\n", "../outside.png": PNG}
    page = make_pages(files)["anne"]
    assert parse(page).xpath("//img") == []
    (initials,) = parse(page).xpath("//div[contains(@class, 'd-portrait--none')]")
    assert initials.text == "AM"
