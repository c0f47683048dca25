"""Small dossiers and the pages that readers get of them."""

import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.records import record_pages
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.book import Book


@pytest.fixture
def make_pages(load_dossier: Callable[..., Dossier]) -> Callable[..., dict[str, Page]]:
    """A function that writes files (name to text), loads them, and gives their pages by id.

    Further arguments are features, such as `links=True`.
    """

    def make(files: dict[str, str | bytes], **features: Any) -> dict[str, Page]:
        press = Press(Book(load_dossier(files)), Features(**features))
        return {page.record or "": page for page in record_pages(press)}

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
