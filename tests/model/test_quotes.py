"""Quotes are found whatever the typography, and only where they stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.quotes import FoldedText, count_words

TEXT = "Il a dit\u00a0: «\u00a0L’amitié — la vraie — restera forte.\u00a0» Puis l'œuvre\nfut finie."


@pytest.mark.parametrize(
    ("quote", "passages"),
    [
        ("restera forte", ["restera forte"]),
        ("dit : \"L'amitié - la vraie", ["dit\u00a0: «\u00a0L’amitié — la vraie"]),
        ("Il a dit:“L’amitié", ["Il a dit\u00a0: «\u00a0L’amitié"]),
        (unicodedata.normalize("NFD", "L'amitié"), ["L’amitié"]),
        ("l'œuvre fut", ["l'œuvre\nfut"]),
        ("amitié […] forte", ["amitié", "forte"]),
        ("Il a dit (...) fut [ … ] finie", ["Il a dit", "fut", "finie"]),
    ],
)
def test_quote_is_found(quote, passages):
    spans = FoldedText(TEXT).find_original(quote)
    assert [TEXT[start:end] for start, end in spans] == passages


@pytest.mark.parametrize(
    "quote",
    [
        "restera fortes",
        "estera forte",
        "restera fort",
        "Restera forte",
        "amitie",
        "forte […] amitié",
        "restera très forte",
        "[…]",
        "«",
    ],
)
def test_quote_is_not_found(quote):
    assert FoldedText(TEXT).find(quote) == []


def test_nearest_passage_is_in_whole_words_as_written():
    assert FoldedText(TEXT).nearest("l'amitie, la vrai, restera fort") == (
        "L’amitié — la vraie — restera forte."
    )
    assert FoldedText(TEXT).nearest("zzz") == ""


def test_scripts_without_spaces_need_no_word_boundary():
    assert FoldedText("他说友谊坚固").find("友谊") == [(2, 4)]


@given(st.text(max_size=60))
def test_spans_slice_to_what_folds_the_same(text):
    folded = FoldedText(text)
    for start, end in folded.find_original(text):
        assert 0 <= start <= end <= len(text)
        assert FoldedText(text[start:end].strip()).folded in folded.folded


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("La [[chine|Chine]] et [[kcna]]", "La Chine et KCNA"),
        ("un *mot* **fort**, un_nom_long et _lui_", "un mot fort, un_nom_long et lui"),
        ("## Titre\n\n> cité\n\n- un\n- deux", "Titre\n\ncité\n\nun\ndeux"),
        ("[lien *fort*](https://example.org) ![image](a.png)", "lien fort "),
        ("fin. {#ancre}\n{: .note }", "fin."),
        (r"\*étoile\* &amp; <!-- rien -->fin", "*étoile* & fin"),
    ],
)
def test_marks_are_not_read(markdown, plain):
    assert read_plain(markdown, {"kcna": "KCNA"}.get) == plain


@pytest.mark.parametrize(
    ("text", "count"),
    [("L'amitié restera forte", 3), ("un […] deux — trois !", 3), ("", 0), ("« … »", 0)],
)
def test_words(text, count):
    assert count_words(text) == count
