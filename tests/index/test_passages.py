"""Passages of articles: which quote leads where, and what rests on each paragraph."""

import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages

FILES = {
    "articles/un.md": """---
title: A
outlet: null
date: 2024
summary: A.
---
# Titre

Selon [[chine|la Chine]], « l’amitié » *dure* longtemps.

Elle « resterait forte », dit-on. {#suite}
""",
    "actors/chine.yml": """kind: state
name: Chine
summary: Un État.
statements:
  - id: forte
    text: L'amitié restera forte.
    sources:
      - {article: un, quote: resterait forte}
      - {article: un, quote: "resterait forte\u00a0»"}
      - {article: un, quote: "la Chine, “l'amitié” dure"}
      - {article: un, quote: rien de tel}
sources:
  - {article: un, quote: resterait forte}
  - {article: un}
""",
}


@pytest.fixture
def passages(load_dossier) -> Passages:
    return Passages(load_dossier(FILES))


def test_each_quote_leads_to_its_own_anchor(passages):
    sources = passages.dossier.actors["chine"].statements[0].sources
    anchors = [passages.anchor(source) for source in sources]
    assert anchors[0] == "q-resterait-forte"
    assert anchors[2] == "q-la-chine-l-amitie-dure"
    assert anchors[3] is None, "the article does not hold it"
    assert len(set(anchors)) == 4, "quotes that differ never share an anchor"


def test_paragraphs_are_anchored_by_id_or_first_words_and_know_their_line(passages):
    found = passages.paragraphs(passages.dossier.articles["un"])
    assert [(each.anchor, each.line) for each in found] == [
        ("selon-la-chine-l-amitie", 9),
        ("suite", 11),
    ]


def test_a_paragraph_knows_each_fact_that_rests_on_it_once(passages):
    article = passages.dossier.articles["un"]
    assert {
        anchor: [use.reference for use in uses] for anchor, uses in passages.at(article).items()
    } == {"selon-la-chine-l-amitie": ["chine#forte"], "suite": ["chine#forte", "chine"]}
    assert [use.reference for use in passages.elsewhere(article)] == ["chine"]


def test_all_views_give_a_paragraph_the_same_anchor(load_dossier):
    body = "[[chine#forte]] parle. Elle dit « oui ».\n\n[[chine#forte|La voici]], [[inconnu]].\n"
    head = FILES["articles/un.md"].partition("# Titre")[0]
    dossier = load_dossier({**FILES, "articles/un.md": head + body})
    article = dossier.articles["un"]
    wanted = ["chine-parle-elle-dit-oui", "la-voici-inconnu"]
    assert [each.anchor for each in Passages(dossier).paragraphs(article)] == wanted
    assert [each.paragraph.anchor for each in Mentions(dossier).paragraphs] == wanted
    site = Site(Indexes(dossier), Features())
    page = next(each for each in build_pages(site, Renderer(site.texts)) if each.record == "un")
    for anchor in wanted:
        assert f'<p id="{anchor}">' in page.html
