"""Small dossiers and the pages that readers get of them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.records import record_pages
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.source import Loader
from mkdocs_dossier.views.book import Book


@pytest.fixture
def make_pages(tmp_path: Path) -> Callable[..., dict[str, Page]]:
    """A function that writes files (name to text), loads them, and gives their pages by id.

    Further arguments are features, such as `links=True`.
    """

    def make(files: dict[str, str], **features: Any) -> dict[str, Page]:
        for name, text in {"dossier.yml": "title: Essai\nlanguage: fr\n", **files}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = Loader(tmp_path).load()
        assert [problem for problem in loaded.problems if problem.level == "error"] == []
        return {
            page.record or "": page
            for page in record_pages(Press(Book(loaded.dossier), Features(**features)))
        }

    return make


@pytest.fixture
def read() -> Callable[[Page], str]:
    """A function that gives the words of a page as a reader sees them, with plain spaces."""

    def words(page: Page) -> str:
        html = re.sub(r"(</(?:dt|dd|li|p|h\d|summary|div|span|a)>)", r"\1 ", page.html)
        html = html.replace("<q>", "« ").replace("</q>", " »")
        text = lxml.html.fragment_fromstring(html, create_parent=True).text_content()
        return re.sub(r"\s+(?=[.,)])", "", re.sub(r"\s+", " ", text)).strip()

    return words
