"""What Markdown in a prose field becomes on a page."""

import lxml.html

ARTICLE = """---
title: Titre
outlet: null
date: 2024
summary: Un article.
---
Un début. {#debut}

## Première *partie* {#partie}

Un texte.

### Détail

Encore.

## Account

Fin.
"""


def parse(page):
    return lxml.html.fragment_fromstring(page.html, create_parent=True)


def test_headings_of_an_account_have_ids_and_stand_in_the_contents(make_pages):
    page = make_pages({"articles/a.md": ARTICLE})["a"]
    headings = parse(page).xpath("//div[@class='d-account']//*[self::h3 or self::h4]")
    assert [(each.tag, each.get("id"), each.text_content()) for each in headings] == [
        ("h3", "partie", "Première partie"),
        ("h4", "detail", "Détail"),
        ("h3", "account-2", "Account"),  # the section around it has the plain one
    ]
    (section,) = [each for each in page.headings if each.id == "account"]
    assert [(each.id, each.title, each.level) for each in section.children] == [
        ("partie", "Première partie", 3),
        ("detail", "Détail", 4),
        ("account-2", "Account", 3),
    ]


def test_ids_of_a_description_are_none_that_a_statement_can_have(make_pages):
    record = (
        "kind: person\nname: Anne\nsummary: Une.\ndescription: |\n  ## Vie {#vie}\n\n  Née.\n\n"
        "  ## Mort\nstatements:\n  - {id: vie, text: Dit., speakers: [outlet], about: [anne],"
        " basis: fait notoire}\n"
    )
    page = make_pages({"actors/anne.yml": record})["anne"]
    headings = parse(page).xpath("//h3[text()='Vie' or text()='Mort']/@id")
    assert headings == ["_description-vie", "_description-mort"]
    assert len(parse(page).xpath("//*[@id='vie']")) == 1


def test_pictures_come_from_the_dossier_alone(make_pages):
    text = (
        "![Carte](images/la%20carte.png) ![Autre](https://ailleurs.example/x.png)"
        " ![Là](//ailleurs.example/x.png) ![Non](../fulltext/a.png)"
    )
    record = f"kind: person\nname: Anne\nsummary: Une.\ndescription: '{text}'\n"
    files = {"actors/anne.yml": record, "images/la carte.png": b"\x89PNG\r\n\x1a\n"}
    tree = parse(make_pages(files)["anne"])
    assert tree.xpath("//img/@src") == ["../../assets/dossier/images/images/la%20carte.png"]
    assert "Carte" in tree.xpath("//img/@alt")
    assert all(word in tree.text_content() for word in ("Autre", "Là", "Non"))


def test_refused_links_are_words(make_pages):
    text = "[a](javascript:alert(1)) [b](https://bon@mal.example/) [c](HTTPS://exemple.org/)"
    record = f"kind: person\nname: Anne\nsummary: Une.\ndescription: '{text}'\n"
    tree = parse(make_pages({"actors/anne.yml": record})["anne"])
    links = {a.text: a.get("href") for a in tree.iter("a") if a.text in ("a", "b", "c")}
    assert links == {"a": None, "b": None, "c": "HTTPS://exemple.org/"}


def test_an_anchor_written_twice_in_a_text_stays_in_view_the_second_time(make_pages):
    record = 'kind: person\nname: Anne\nsummary: Une.\ndescription: "Un. {#a}\\n\\nDeux. {#a}"\n'
    tree = parse(make_pages({"actors/anne.yml": record})["anne"])
    assert tree.xpath("//p[@id='_description-a']/text()") == ["Un."]
    assert "Deux. {#a}" in tree.text_content()
