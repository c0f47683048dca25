"""Addresses that a page may hold, and those that deceive a reader or a program."""

import pytest

from mkdocs_dossier.model.web import is_inside, is_link, is_web_address, read_wikidata


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.org",
        "HTTP://exemple.org/a?b=https://c#d",
        "https://exemple.org:8080/é/l'article",
        "https://exemple.org/@nom",
        "https://例え.jp/",
    ],
)
def test_an_address_of_the_web(text):
    assert is_web_address(text)
    assert is_link(text)
    assert not is_inside(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "https:/exemple.org",
        "https://",
        "https://exemple",
        "https://bon.example@mal.example/",
        "https://bon.example:secret@mal.example/",
        "https:\\\\mal.example\\",
        "https://mal.example/\tx",
        "https://mal.example/\u202ex",
        'https://mal.example/"onclick=x',
        "//mal.example/x.png",
        "\\\\mal.example\\x.png",
        "/\\mal.example/x.png",
        "\x00https://exemple.org/",
    ],
)
def test_no_address_at_all(text):
    assert not is_web_address(text)
    assert not is_link(text)
    assert not is_inside(text)


@pytest.mark.parametrize("text", ["a.png", "../a/b.png", "/a.png", "#x", "?q=a:b", "a#b:c", ""])
def test_a_place_in_the_site(text):
    assert is_inside(text)
    assert is_link(text)


def test_an_address_of_mail():
    assert is_link("mailto:nous@exemple.org?subject=Erreur")
    assert not is_link("mailto:")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Q148", "Q148"),
        ("http://www.wikidata.org/entity/q148", "Q148"),
        ("Q0", None),
        ("148", None),
    ],
)
def test_an_item_of_wikidata(text, item):
    assert read_wikidata(text) == item
