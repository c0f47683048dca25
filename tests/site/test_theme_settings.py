"""Whatever mkdocs.yml says of the theme: no other host, and no text taken for HTML."""

import os
import re
import subprocess
import sys

import pytest

FEATURES = """
  - announce.dismiss
  - content.action.edit
  - content.action.view
  - content.code.annotate
  - content.code.copy
  - content.code.select
  - content.footnote.tooltips
  - content.tabs.link
  - content.tooltips
  - header.autohide
  - navigation.expand
  - navigation.footer
  - navigation.indexes
  - navigation.instant
  - navigation.instant.prefetch
  - navigation.instant.preview
  - navigation.instant.progress
  - navigation.path
  - navigation.prune
  - navigation.sections
  - navigation.tabs
  - navigation.tabs.sticky
  - navigation.top
  - navigation.tracking
  - search.highlight
  - search.share
  - search.suggest
  - toc.follow
  - toc.integrate
"""
CONFIG = f"""
site_name: Essai
site_url: https://exemple.org/
repo_url: https://github.com/exemple/essai
edit_uri: edit/main/docs/
theme:
  name: material
  font: {{text: Lato}}
  logo: https://ailleurs.example/logo.png
  features: {FEATURES.replace(chr(10), chr(10) + "  ")}
extra:
  analytics: {{provider: google, property: G-1}}
  polyfills: [https://ailleurs.example/polyfill.js]
extra_css: [https://ailleurs.example/style.css]
extra_javascript:
  - https://ailleurs.example/script.js
  - {{path: //ailleurs.example/b.js, defer: true}}
plugins: [dossier, dossier-search, dossier-links]
"""
PERSON = 'kind: person\nname: "Zed </title><script>alert(1)</script> & fils"\nsummary: Une.\n'
NOT_FOLLOWED = (
    "theme.features: content.tooltips",
    "theme.features: navigation.instant »",
    "theme.features: navigation.instant.prefetch",
    "theme.features: navigation.instant.preview",
    "theme.features: navigation.instant.progress",
    "repo_url",
    "theme.font",
    "theme.logo",
    "extra.analytics",
    "extra.polyfills",
    "extra_css",
    "extra_javascript: https://ailleurs.example/script.js",
    "extra_javascript: //ailleurs.example/b.js",
)
FETCHED = re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"?(?:https?:)?//[^>]*>")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The pages of a site with everything switched on, by path, and what the build said."""
    folder = tmp_path_factory.mktemp("project")
    files = {
        "mkdocs.yml": CONFIG,
        "docs/note.md": "# Note & suite\n\nUne page.\n",
        "dossier/dossier.yml": "title: Essai\nlanguage: fr\n",
        "dossier/actors/zed.yml": PERSON,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    pages = sorted((folder / "site").rglob("*.html"))
    return {page.relative_to(folder / "site").as_posix(): page.read_text() for page in pages}, (
        done.stderr
    )


def test_no_title_becomes_a_script(built):
    for path, page in built[0].items():
        assert "<script>alert" not in page, path


def test_titles_show_what_was_written(built):
    person = built[0]["acteurs/zed/index.html"]
    assert "<title>Zed &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; fils –" in person
    assert "<title>Note &amp; suite –" in built[0]["note/index.html"]


def test_no_page_asks_another_host(built):
    fetched = [each for page in built[0].values() for each in FETCHED.findall(page)]
    assert [each for each in fetched if not each.startswith('<link rel="canonical"')] == []


def test_every_page_has_one_policy(built):
    assert len(built[0]) > 5
    for path, page in built[0].items():
        assert page.count('http-equiv="Content-Security-Policy"') == 1, path


def test_what_is_not_followed_is_said(built):
    said = [line for line in built[1].splitlines() if "sans effet" in line]
    for setting in NOT_FOLLOWED:
        assert len([line for line in said if f"« {setting}" in line]) == 1, setting
    assert len(said) == len(NOT_FOLLOWED)


def test_an_ordinary_configuration_is_followed_without_a_word(build):
    assert "sans effet" not in build("--strict").stderr
