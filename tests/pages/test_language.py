"""A site speaks one language: nothing that the program says in another stands on its pages."""

import re

import lxml.html
import pytest

from mkdocs_dossier.curate.init import write_starter
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import load

DOSSIERS = {"de": "tests/dossiers/seilbahn"}
"""A dossier in a language, where it is not the example of `dossier init`."""


def list_pieces(language):
    """What the program says in a language, of two words or more, without what is filled in.

    What a language borrows is not its own.
    """
    say = texts(language)
    for text in map(say, sorted(say.own)):
        for piece in re.split(r"\{[^}]*\}|<[^>]*>", text):
            if len(piece.split()) > 1 and len(piece.strip()) >= 12:
                yield piece.strip()


@pytest.fixture(params=languages())
def words(request, root, tmp_path):
    """The language, and all that a reader of a small site can read or hear, page by page."""
    language = request.param
    for path, text in write_starter("Titre ou title", language, "CC BY 4.0"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    own = DOSSIERS.get(language)
    dossier = load(root / own if own else tmp_path / "dossier").dossier
    features = Features(
        links=True,
        search=True,
        exports=True,
        repo="https://example.org/depot",
        site="https://example.org/",
        now=Day(2026, 11, 24),
    )
    site = Site(Indexes(dossier), features)
    found = {}
    for page in build_pages(site, Renderer(site.texts)):
        root = lxml.html.fragment_fromstring(page.html, create_parent="div")
        said = root.xpath("//@title | //@aria-label | //@alt | //@placeholder")
        found[page.address] = " ".join([root.text_content(), *said])
    return language, found


def test_no_page_says_what_another_language_says(words):
    language, pages = words
    others = {each for each in languages() if each != language}
    foreign = {piece for each in others for piece in list_pieces(each)} - {*list_pieces(language)}
    assert len(foreign) > 300
    assert len(pages) > 15
    say = texts(language)
    own = " ".join(map(say, sorted(say.own)))
    told = {
        (address, piece)
        for address, text in pages.items()
        for piece in foreign
        if piece in text and piece not in own
    }
    assert told == set()


def test_quotation_marks_are_those_of_the_language(words):
    language, pages = words
    marks = {"en": "«»„", "fr": "‘„", "de": "«»”‘"}[language]
    assert {address for address, text in pages.items() if set(marks) & set(text)} == set()
