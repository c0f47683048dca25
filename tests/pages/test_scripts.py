"""The scripts: one manner, and what their words are."""

import re

import pytest

from mkdocs_dossier.languages.spelling import words
from mkdocs_dossier.pages.assets import scripts as needed
from mkdocs_dossier.pages.features import Features

ASSETS = "plugins/mkdocs_dossier/pages/assets"
# A strict policy forbids these; names and texts of a dossier must never be read as HTML.
UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|setHTML"
    r"|document\.write|\beval\(|new Function|srcdoc|\bwindow\.\w+\s*="
)


@pytest.fixture(scope="module")
def scripts(root):
    found = {file.name: file.read_text("utf-8") for file in (root / ASSETS).rglob("*.*js")}
    assert "fold.mjs" in found
    return found


def test_scripts_are_modules_and_say_what_they_are_for(scripts):
    for name, text in scripts.items():
        assert name.endswith(".mjs")
        assert text.startswith("/**\n * @file "), name


def test_no_script_reads_text_as_html(scripts):
    assert {
        name: found[0] for name, text in scripts.items() if (found := UNSAFE.search(text))
    } == {}


def test_unsafe_ways_would_be_seen():
    for line in ("each.innerHTML = name", "new DOMParser()", "window.cards = {}", "eval(name)"):
        assert UNSAFE.search(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("straße", ["strasse"]),
        ("l'Ukraine", ["l", "ukraine"]),
        ("Kim Jong-un", ["kim", "jong", "un"]),
        ("Œuvre", ["oeuvre"]),
        ("हिन्दी", ["हिन्दी"]),
        ("习近平", ["习近平"]),
    ],
)
def test_words_are_what_a_reader_types(text, expected):
    assert words(text) == expected


def test_a_page_gets_the_scripts_that_it_needs(scripts):
    def names(html, **features):
        return [each.rpartition("/")[2] for each in needed(html, Features(**features))]

    assert names("<p>Rien.</p>") == ["unfold.mjs", "theme.mjs"]
    assert names('<form data-filter="a"></form>', search=True) == [
        "unfold.mjs",
        "views.mjs",
        "search.mjs",
    ]
    assert set(names("")) < set(scripts)
