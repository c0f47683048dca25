"""Whatever a text holds comes out of each citation format as data, for a reader not of our own."""

import json
import re

import lxml.html
import pytest
import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from mkdocs_dossier.trust.citing import meta_tags, to_bibtex, to_json, to_ris, to_text

SYNTAX = [
    "Zed }, url = {https://evil/",
    "une { ouverte",
    "une } fermée",
    '{"} @comment{x}',
    "\\input{/etc/passwd} % $x$ #1 a_b ~ ^",
    "fin \\",
    "Zed\nER  - \nTY  - JOUR\nT1  - faux",
    "Zed\r\nUR  - https://evil/",
    "Zed\u2028AU  - faux\x85AU  - faux",
    '"><script>alert(1)</script>',
    '<span class="nocase">x',
    "<i>x</i> & &amp; </title>",
    "\u202eenversé\u2066",
    "\x00\x1b[31m\uffff",
    "...",
    "Anne and Bob",
    "ER  - ",
    "{{",
]
SIGNS = st.sampled_from(
    [*"{}\\\"'@%#$&~^_<>=,;:-.\n\r\t\x00\u2028é习", "TY  - ", "ER  - ", " and "]
)
TEXTS = st.one_of(st.sampled_from(SYNTAX), st.lists(SIGNS, max_size=9).map("".join), st.text())


def plain(text):
    """What is left of a text on one line of any format."""
    controls = (
        r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
    )
    lines = re.sub(controls, "", text).splitlines()
    return re.sub(r"[ \t\x1f]+", " ", " ".join(lines)).strip(" ")


def make(title, name):
    return {
        "id": "veto",
        "type": "article-newspaper",
        "title": title,
        "author": [{"literal": name}],
        "container-title": name,
        "publisher": name,
        "note": name,
        "issued": {"date-parts": [[2026, 11, 21]]},
        "URL": "https://exemple.org/a_b/?x={1}&y=%20#c-d",
        "language": "fr",
    }


def read_latex(text):
    """LaTeX back to text, by its own rules: commands of letters in a group, escaped signs."""
    words = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}"}
    words |= {"textasciitilde": "~", "textasciicircum": "^"}
    read = re.sub(r"\{\\([a-z]+)\}|\\([#$%&_])", lambda m: words[m[1]] if m[1] else m[2], text)
    assert not re.search(r"(?<!\\)[#$%&_~^]", re.sub(r"\{\\[a-z]+\}", "", text))
    return read


@pytest.mark.parametrize("text", SYNTAX)
def test_each_syntax_is_data_in_bibtex(text):
    check_bibtex(text, text)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_bibtex_gives_back_what_went_in(title, name):
    check_bibtex(title, name)


def check_bibtex(title, name):
    read = parse_string(to_bibtex(make(title, name)), "bibtex")
    (key,) = read.entries
    fields, people = read.entries[key].fields, read.entries[key].persons
    assert key == "veto"
    known = {"title", "journal", "publisher", "note", "year", "month", "day", "language", "url"}
    assert set(fields) <= known
    assert fields["title"].startswith("{")
    assert read_latex(fields["title"][1:-1]) == (plain(title) or "veto")
    assert read_latex(fields.get("publisher", "")) == plain(name)
    assert len(people.get("author", [])) == bool(plain(name))
    assert fields["url"] == "https://exemple.org/a_b/?x=%7B1%7D&y=%20#c-d"


@settings(max_examples=60)
@given(TEXTS, TEXTS)
@example(SYNTAX[6], SYNTAX[7])
@example(SYNTAX[8], SYNTAX[8])
def test_ris_gives_back_what_went_in(title, name):
    (entry,) = rispy.loads(to_ris(make(title, name)))
    assert entry["title"] == (plain(title) or "veto")
    assert entry.get("publisher", "") == plain(name)
    assert entry.get("authors", []) == ([plain(name)] if plain(name) else [])
    assert entry["year"] == "2026"
    assert entry["urls"] == [make("", "")["URL"]]
    assert "unknown_tag" not in entry


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_json_and_meta_elements_give_back_what_went_in(title, name):
    (item,) = json.loads(to_json(make(title, name)))
    assert (item["id"], item["title"]) == ("veto", plain(title) or "veto")
    head = lxml.html.fromstring(f"<head>{meta_tags(make(title, name), 'https://x/')}</head>")
    elements = list(head.iter("*"))
    assert {element.tag for element in elements} == {"html", "head", "meta"}
    elements = [element for element in elements if element.tag == "meta"]
    values = {element.get("name"): element.get("content") for element in elements}
    assert values["citation_title"] == (plain(title) or "veto")
    assert all(set(element.keys()) == {"name", "content"} for element in elements)


@settings(max_examples=30)
@given(TEXTS, TEXTS)
def test_a_reference_is_one_line_of_text(title, name):
    text = to_text(make(title, name), "fr")
    assert text
    assert text.splitlines() == [text]


def test_an_angle_bracket_is_no_markup_in_a_reference():
    assert '<span class="nocase">x' in to_text(make('<span class="nocase">x', "y"), "fr")


@pytest.mark.parametrize("title", ["...", ".", "\x00", "\u2066"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_title_of_no_letters_is_cited_all_the_same(title, language):
    item = {"id": "veto", "type": "webpage", "title": title, "language": "fr"}
    assert to_text(item, language)
    assert parse_string(to_bibtex(item), "bibtex").entries["veto"].fields["title"]
    assert rispy.loads(to_ris(item))[0]["title"]
