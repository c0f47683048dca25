"""Small dossiers and the pages that readers get of them."""

import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages


@pytest.fixture
def gather_site(load_dossier: Callable[..., Dossier]) -> Callable[..., Site]:
    """A function that writes files (name to text) and loads them without errors of form.

    Further arguments are features, such as `links=True`.
    """

    def make(files: dict[str, str | bytes], **features: Any) -> Site:
        return Site(Indexes(load_dossier(files)), Features(**features))

    return make


@pytest.fixture
def make_pages(gather_site: Callable[..., Site]) -> Callable[..., dict[str, Page]]:
    """A function that gives the pages of files' records, by id."""

    def make(files: dict[str, str | bytes], **features: Any) -> dict[str, Page]:
        site = gather_site(files, **features)
        pages = build_pages(site, Renderer(site.texts))
        return {page.record: page for page in pages if page.record}

    return make


@pytest.fixture
def make_site(gather_site: Callable[..., Site]) -> Callable[..., dict[str, Page]]:
    """A function that gives all pages of the site that files make, by address."""

    def make(files: dict[str, str | bytes], **features: Any) -> dict[str, Page]:
        site = gather_site(files, **features)
        return {page.address: page for page in build_pages(site, Renderer(site.texts))}

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
