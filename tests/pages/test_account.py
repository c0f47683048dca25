"""Quotes in an article's account: each can be reached, and none changes what is read."""

import re
from importlib.resources import files

import lxml.html
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.quotes import fold
from mkdocs_dossier.render.article_body import GROUPS, AccountMarks
from mkdocs_dossier.render.prose import Prose


def render(text: str, quotes: dict[str, str], after: dict[str, str] | None = None):
    marks = AccountMarks(quotes, after or {})
    html = Prose("fr").render(text, lambda id: (f"../{id}/", id), marks=marks)
    root = lxml.html.fragment_fromstring(str(html), create_parent=True)
    for permalink in root.find_class("headerlink"):
        permalink.drop_tree()
    return root


def read_lit(root, anchor: str) -> str:
    """The words that light up when the anchor is the target, as the style sheet has it."""
    (mark,) = root.xpath(f'//mark[@id="{anchor}"]')
    group = set(mark.get("class").split()) - {"d-q"}
    (block,) = [each for each in root if mark in list(each.iter("mark"))]
    lit = [
        each
        for each in block.iter("mark")
        if each is mark or group & set(each.get("class").split())
    ]
    return "".join(piece.text_content() for piece in lit)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Il a dit « resterait forte » hier.", ["resterait forte"]),
        ("Selon [[kcna|l'agence KCNA]], l'amitié dure.", ["l'agence KCNA, l'amitié"]),
        ("Un *mot **très** fort* et la suite.", ["mot très fort et la", "très fort"]),
        ("un deux trois quatre cinq", ["un deux trois", "deux trois quatre", "trois"]),
        ("L’amitié – dit-il – « dure ».", ["L'amitié - dit-il"]),
        ("Premier.\n\n- un point\n- un autre point", ["un autre point"]),
    ],
    ids=["plain", "across a link", "in and across emphasis", "overlapping", "typography", "list"],
)
def test_every_quote_lights_up_whole(text, quotes):
    anchors = {f"q-{number}": quote for number, quote in enumerate(quotes)}
    root = render(text, anchors)
    plain = render(text, {}).text_content()
    assert root.text_content() == plain
    for anchor, quote in anchors.items():
        assert fold(read_lit(root, anchor)) == fold(quote)


def test_no_quote_lights_up_the_words_of_another():
    before = "\n\n".join(f"Avant {number}, *deux* mots." for number in range(12))
    text = f"{before}\n\n" + ", ".join(f"un{number} *deux* trois{number}" for number in range(20))
    quotes = {f"q-{number}": f"Avant {number}, deux" for number in range(12)}
    quotes |= {f"q-{12 + number}": f"un{number} deux trois{number}" for number in range(20)}
    root = render(text, quotes)
    assert [read_lit(root, anchor) for anchor in quotes][: 12 + GROUPS] == list(quotes.values())[
        : 12 + GROUPS
    ]
    for anchor, quote in quotes.items():
        assert read_lit(root, anchor) in quote, "beyond what the style sheet knows: less, not more"


def test_the_style_sheet_knows_each_group_of_pieces():
    css = (files("mkdocs_dossier.pages") / "assets/provenance.css").read_text(encoding="utf-8")
    named = re.findall(r"\.d-account > :has\(\.d-q(\d+):target\) \.d-q(\d+)", css)
    assert named == [(str(number), str(number)) for number in range(GROUPS)]


def test_a_quote_that_stands_nowhere_marks_nothing():
    root = render("Un paragraphe.", {"q-absent": "rien de tel"})
    assert root.xpath("//mark") == []


def test_paragraphs_keep_their_anchor_and_get_one_from_their_first_words():
    root = render("Un **début** d'article.\n\nUn autre. {#suite}\n\nUn début d'article.", {})
    assert [each.get("id") for each in root.iter("p")] == [
        "un-debut-d-article",
        "suite",
        "un-debut-d-article-2",
    ]


def test_what_rests_on_a_paragraph_stands_after_it():
    root = render("Un. {#a}\n\nDeux. {#b}", {}, {"b": "<details>ici</details>"})
    assert [(each.tag, each.get("id")) for each in root] == [
        ("p", "a"),
        ("p", "b"),
        ("details", None),
    ]


def test_data_cannot_forge_the_place_of_what_rests_on_a_paragraph():
    text = '<p class="d-after">a</p> {#a}'
    root = render(text, {}, {"a": "<details>ici</details>"})
    assert len(root.xpath("//details")) == 1
    assert '<p class="d-after">a</p>' in root.text_content()


WORDS = st.lists(st.sampled_from(["un", "deux", "*trois*", "[[x|lien]]", "«fort»"]), min_size=2)


@given(WORDS, st.data())
def test_marking_never_changes_the_text_read(words, data):
    text = " ".join(words)
    plain = lxml.html.fragment_fromstring(markdown.markdown(text.replace("[[x|lien]]", "lien")))
    read = plain.text_content().split()
    quotes = {}
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(read) - 1))
        end = data.draw(st.integers(start + 1, len(read)))
        quotes[f"q-{number}"] = " ".join(read[start:end])
    root = render(text, quotes)
    assert root.text_content().split() == read
    ids = [each.get("id") for each in root.iter("mark") if each.get("id")]
    assert sorted(ids) == sorted(quotes)
