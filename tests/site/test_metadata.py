"""What other sites and search engines are told of a page, and the frame around it."""

import os
import subprocess
import sys

import lxml.html
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.pages import Page as SitePage

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.site.pages import page_file

CONFIG = """
site_name: "Essai & <b>"
site_url: https://exemple.org/essai/
copyright: Moi
theme: {name: material, language: fr, font: false}
plugins:
  - dossier: {repo: https://github.com/exemple/essai}
  - dossier-export
"""
PERSON = """
kind: person
name: 'Anne "<script>" Martin'
summary: Diplomate "à l'œuvre" <script>alert(1)</script>.
"""


ARTICLE = """---
title: 'Un <titre>'
outlet: null
date: 2024-03-21
summary: Un article.
---
Un mot.
"""


@pytest.fixture
def site(project):
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (project / "dossier/actors/anne-martin.yml").write_text(PERSON, encoding="utf-8")
    (project / "dossier/articles").mkdir()
    (project / "dossier/articles/un.md").write_text(ARTICLE, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1711000000"},
        check=True,
    )

    def open_(path):
        return lxml.html.fromstring((project / "site" / path).read_text(encoding="utf-8"))

    return open_


def test_page_tells_its_name_summary_and_address(site):
    page = site("acteurs/anne-martin/index.html")
    meta = {
        each.get("property") or each.get("name"): each.get("content") for each in page.iter("meta")
    }
    summary = 'Diplomate "à l\'œuvre" <script>alert(1)</script>.'
    assert page.findtext(".//title") == 'Anne "<script>" Martin – Essai & <b>'
    assert meta["description"] == meta["og:description"] == summary
    assert meta["og:title"] == 'Anne "<script>" Martin'
    assert meta["og:type"] == "profile"
    assert meta["og:locale"] == "fr_FR"
    assert meta["og:site_name"] == "Essai & <b>"
    assert meta["og:url"] == "https://exemple.org/essai/acteurs/anne-martin/"
    running = [each for each in page.iter("script") if each.get("type") != "application/ld+json"]
    assert not [each for each in running if "alert" in (each.text or "")]


def test_page_leads_to_its_file(site):
    page = site("acteurs/anne-martin/index.html")
    links = {" ".join(a.text_content().split()): a.get("href") for a in page.iter("a")}
    file = "dossier/actors/anne-martin.yml"
    assert links["Modifier cette fiche"] == f"https://github.com/exemple/essai/edit/main/{file}"
    assert file.replace("/", "%2F") in links["Signaler une erreur"]
    assert "Proposer%20" not in links["Signaler une erreur"]


def test_an_article_is_proposed_from_the_pages_without_a_file(site):
    page = site("articles/index.html")
    links = {" ".join(a.text_content().split()): a.get("href") for a in page.iter("a")}
    assert links["Proposer un article"].startswith("https://github.com/exemple/essai/issues/new?")


def test_what_is_not_there_is_said_in_french(site):
    page = site("404.html")
    assert page.findtext(".//title") == "Page introuvable – Essai & <b>"
    assert page.findtext(".//h1") == "Page introuvable"
    assert "Not found" not in page.text_content()


def test_an_article_tells_its_citation_and_the_feed(site):
    head = site("articles/un/index.html").find("head")
    told = {each.get("name"): each.get("content") for each in head.iter("meta")}
    assert told["citation_title"] == "Un <titre>"
    assert [each.get("type") for each in head.iter("link") if each.get("rel") == "alternate "]
    home = site("index.html").find("head")
    feeds = {each.get("href"): each.get("title") for each in home.iter("link")}
    assert "donnees/feed.json" in feeds
    assert feeds["donnees/feed.xml"] == "Essai & <b>", "of what is new in the whole"


@pytest.mark.parametrize("base", ["https://x.example/", "https://x.example/a", "//x.example/b/c/"])
def test_a_page_has_the_address_that_mkdocs_gives_it(base, tmp_path):
    (tmp_path / "docs").mkdir()
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "site_url": base, "docs_dir": str(tmp_path / "docs")})
    config.validate()
    config.site_url, config.plugins = base, PluginCollection()
    config.plugins._current_plugin = "dossier"
    for address in ("", "acteurs/ada/", "etiquettes/école d'été/"):
        place = Page(address, "actor", "Ada", "S.", "", record=address or None)
        ours = page_file(place, lambda place=place: place, config).page
        theirs = SitePage("Ada", ours.file, config)
        assert (ours.canonical_url, ours.abs_url) == (theirs.canonical_url, theirs.abs_url)
