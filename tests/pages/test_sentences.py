"""Sentences that the program makes: those of the frozen dossier as a file to be read like prose."""

import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import load

HERE = Path(__file__).parent
HEAD = "//p[@class='d-statement__head']"
MADE = {
    "Announcements": HEAD,
    "Offices at an event": "//span[@class='d-then']",
    "Ties": "//tr[@data-item and not(@data-type='statement')]/td[1]",
    "What a paragraph bears": "//span[@class='d-uses__what']",
    "Headings of relations": "//dl[@class='d-ties']//dt",
}


def _say(element):
    text = re.sub(r"\s+", " ", element.text_content())
    return re.sub(r" (?=[,.)])", "", text).strip()


EVENT = "kind: meeting\nname: E\nsummary: E.\n"


def _compare(dossier, golden):
    """The sentences of all pages of a dossier, with those that somebody has read."""
    found = {title: set() for title in MADE}
    site = Site(Indexes(dossier), Features())
    for page in build_pages(site, Renderer(site.texts)):
        tree = lxml.html.fragment_fromstring(page.html, create_parent=True)
        for title, path in MADE.items():
            found[title] |= {_say(each) for each in tree.xpath(path)}
    parts = (f"# {title}\n" + "\n".join(sorted(lines)) for title, lines in found.items())
    text = "\n\n".join(parts) + "\n"
    known = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if text != known:
        golden.with_suffix(".new").write_text(text, encoding="utf-8")
    assert text == known, f"read {golden.stem}.new like prose; if all is well, it is the new file"


def test_sentences_of_the_frozen_dossier_are_those_that_were_read(root):
    _compare(load(root / "tests/dossiers/frozen/dossier").dossier, HERE / "sentences.txt")


def test_sentences_of_the_frozen_dossier_in_english_are_those_that_were_read(root):
    """Names and titles stay French: what is read is how the program joins them."""
    dossier = load(root / "tests/dossiers/frozen/dossier").dossier
    settings = dossier.settings.model_copy(update={"language": "en"})
    _compare(replace(dossier, settings=settings), HERE / "sentences_en.txt")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sentences_of_every_act_and_relation_are_those_that_were_read(language, load_dossier):
    """One speaker and several, to nobody, to one and to a plural, jointly or not."""
    words = load_dossier({}).vocabulary
    actors = FRENCH if language == "fr" else ENGLISH
    told = [
        f"  - {{id: s{number}-{act}, text: T., date: 2024, basis: B, act: {act}, {who}}}"
        for act in words.acts
        for number, who in enumerate(
            (
                "speakers: [ada]",
                "speakers: [etats], to: [japon]",
                "speakers: [ada, bo], jointly: true, to: [etats]",
                "speakers: [ada, etats]",
            )
        )
    ]
    ties = [
        f"  - {{type: {name}, with: etats, basis: B}}"
        for name, each in words.relation_types.items()
        if not each.from_kinds or "state" in each.from_kinds
    ]
    files = {
        **actors,
        "actors/japon.yml": actors["actors/japon.yml"] + "relations:\n" + "\n".join(ties) + "\n",
        "events/e.yml": "kind: meeting\nname: E\nsummary: E.\nstatements:\n"
        + "\n".join(told)
        + "\n",
    }
    _compare(load_dossier(files), HERE / f"acts_{language}.txt")


STATE = "kind: state\nname: {name}\nwith_article: {article}\nsummary: É.\n"
PERSON = (
    "kind: person\nname: {name}\ncountry: {country}\nsummary: P.\noffices:\n"
    "  - {{title: {office}, organisation: {country}, start: 2020, end: 2030}}\n"
)
FRENCH = {
    "actors/japon.yml": STATE.format(name="Japon", article="le Japon"),
    "actors/etats.yml": STATE.format(name="États-Unis", article="les États-Unis"),
    "actors/ada.yml": PERSON.format(name="Ada Un", country="japon", office="ministre"),
    "actors/bo.yml": PERSON.format(name="Bo Deux", country="etats", office="ministre"),
}
ENGLISH = {
    "dossier.yml": "title: T\nlanguage: en\n",
    "actors/japon.yml": STATE.format(name="Japan", article="Japan"),
    "actors/etats.yml": STATE.format(name="United States", article="the United States"),
    "actors/ada.yml": PERSON.format(name="Ada One", country="japon", office="minister"),
    "actors/bo.yml": PERSON.format(name="Bo Two", country="etats", office="minister"),
}


@pytest.mark.parametrize(
    ("files", "statement", "sentence"),
    [
        (
            FRENCH,
            "{speakers: [ada], to: [bo], act: assure}",
            "Ada Un, ministre du Japon, assure à Bo Deux, ministre des États-Unis :",
        ),
        (
            FRENCH,
            "{speakers: [ada, bo], jointly: true, act: wish, to: [etats]}",
            "Ada Un, ministre du Japon, et Bo Deux, ministre des États-Unis, "
            "expriment ensemble aux États-Unis ce souhait :",
        ),
        (FRENCH, "{speakers: [etats], act: accuse}", "Les États-Unis portent cette accusation :"),
        (FRENCH, "{speakers: [japon], act: deny}", "Le Japon dément :"),
        (FRENCH, "{speakers: [{name: les analystes}], act: estimate}", "Les analystes estiment :"),
        (
            FRENCH,
            "{speakers: [outlet], act: describe}",
            "L'article, en son nom, décrit la situation ainsi :",
        ),
        (FRENCH, "{speakers: [ada]}", "Ada Un, ministre du Japon, dit :"),
        (
            FRENCH,
            "{speakers: [{name: un porte-parole, for: japon}], act: claim}",
            "Un porte-parole (pour le Japon) affirme :",
        ),
        (
            FRENCH,
            "{speakers: [{name: une délégation, led_by: japon}, ada, etats], act: say}",
            "Une délégation (sous la conduite du Japon), Ada Un, ministre du Japon, "
            "et les États-Unis disent :",
        ),
        (
            ENGLISH,
            "{speakers: [ada, bo], jointly: true, to: [etats], act: wish}",
            "Ada One, minister of Japan, and Bo Two, minister of the United States, "
            "jointly express this wish to the United States:",
        ),
        (ENGLISH, "{speakers: [etats], act: accuse}", "The United States makes this accusation:"),
    ],
)
def test_statement_is_announced_in_a_sentence(make_pages, files, statement, sentence):
    entry = "{id: s, text: T., date: 2024, basis: B, " + statement[1:]
    event = f"kind: meeting\nname: E\nsummary: E.\nstatements:\n  - {entry}\n"
    page = make_pages({**files, "events/e.yml": event})["e"]
    tree = lxml.html.fragment_fromstring(page.html, create_parent=True)
    assert [_say(each) for each in tree.xpath(HEAD)] == [sentence]


def test_own_act_and_type_read_well_without_sentences(make_pages):
    files = {
        **FRENCH,
        "vocabulary.yml": "acts:\n  warn: {fr: avertit, en: warns}\n",
        "events/e.yml": (
            "kind: meeting\nname: E\nsummary: E.\nstatements:\n"
            "  - {id: s, text: T., basis: B, date: 2024, speakers: [japon], act: warn}\n"
            "  - {id: t, text: U., basis: B, date: 2024, speakers: [japon, etats], act: warn}\n"
        ),
    }
    tree = lxml.html.fragment_fromstring(make_pages(files)["e"].html, create_parent=True)
    heads = [_say(each) for each in tree.xpath(HEAD)]
    assert heads == ["Le Japon avertit :", "Le Japon et les États-Unis disent :"]
