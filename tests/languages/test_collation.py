"""The order of names in each language: each line is sorted, whatever order it is given in."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.languages.collation import order

SORTED = [
    ("fr", "cote coté côte côté Elan élan éland Émile Emma"),
    ("fr", "œcuménique oeuvre œuvre Œuvre of Zoé"),
    ("fr", "elan Elan élan Élan"),
    ("en", "Lebanon Lévy Levyson Łódź Lyon O'Brien O’Brien Øresund Zagreb"),
    ("de", "ähnlich Apfel Äpfel Ofen Öl Strasse Straße Straßenbahn Übersee Zürich"),
    ("sv", "Anders Lund Zebra Åsa Äpple Ærø Östen"),
    ("fi", "Oulu Turku Åbo Äänekoski"),
    ("da", "Odense Zar Ærø Østerbro Aalborg Århus"),
    ("no", "Oslo Zar Ærø Østfold Ålesund"),
    ("es", "nube Núñez nz ñandú oso"),
    ("cs", "cihla čas hora hz chata ives"),
    ("pl", "lz łódź ma zz źle żaba"),
    ("hu", "cukor csap dáma dzeta lap lyuk"),
    ("tr", "Can Çan ırmak irmak"),
    ("ru", "Ева ёлка Иван Йосип Киев"),
    ("uk", "Голова Ґанок Єва Ива Іван Їжак Йосип"),
    ("pl-PL", "lz łódź ma"),
    ("fr", "(a) [a] 10 9 a Zoé Ψ Шойгу 习近平"),
    ("fr", "9 Шойгу 习近平"),
]


@pytest.mark.parametrize(("language", "words"), SORTED)
def test_words_stand_as_readers_expect(language, words):
    wanted = words.split()
    drawn = random.Random(1)
    for _ in range(5):
        given = drawn.sample(wanted, len(wanted))
        assert sorted(given, key=lambda each: order(each, language)) == wanted


def test_a_name_stands_before_those_that_begin_with_it():
    given = ["Kimberley", "Kim Jong-un", "Kim", "Kim Jong-il", "Kim Il-sung"]
    wanted = ["Kim", "Kim Il-sung", "Kim Jong-il", "Kim Jong-un", "Kimberley"]
    assert sorted(given, key=lambda each: order(each, "fr")) == wanted


def test_spellings_of_one_letter_are_one():
    one, other = order("e\u0301lan", "fr"), order("élan", "fr")
    assert one[:3] == other[:3]
    assert order("l\u2019Ukraine", "fr")[:3] == order("l'Ukraine", "fr")[:3]


@given(st.text(), st.text(), st.sampled_from(["fr", "sv", "cs", "tr", "", "zz"]))
def test_any_two_texts_have_an_order(one, other, language):
    keys = order(one, language), order(other, language)
    assert (keys[0] == keys[1]) == (one == other)
    assert keys[0] <= keys[1] or keys[1] <= keys[0]


def test_thousands_of_names_are_sorted_at_once():
    names = [f"Étienne numéro {number} de Łódź" for number in range(5_000)]
    start = time.process_time()
    for _ in range(5):
        sorted(names, key=lambda each: order(each, "fr"))
    assert time.process_time() - start < 2
