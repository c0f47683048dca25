"""All pages of a dossier, made in memory as a build does, and what must hold in their HTML."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lxml.html

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import PageText, list_documents
from mkdocs_dossier.pages.search_markup import write_document
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.site.make import build_assets, build_pages
from mkdocs_dossier.source import Loader
from mkdocs_dossier.source.keep import keep_last_good

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcset")


def make_pages(folder: Path) -> list[Page]:
    """The pages of what is sound in the dossier; exports and search entries are made too."""
    loaded = Loader(folder).load()
    dossier = keep_last_good(loaded.dossier, check(loaded), None)
    features = Features(
        links=True,
        search=True,
        exports=True,
        repo="https://example.org/depot",
        site="https://example.org/essai/",
        now=Day(2026, 11, 24),
    )
    site = Site(Indexes(dossier), features)
    renderer = _make_renderer(dossier.language)
    pages = build_pages(site, renderer, alone=True)
    shown = {path for page in pages for path in page.pictures}
    list(build_assets(site, renderer, folder, Kept(), shown))
    found = [PageText(page.address, page.title, page.html, record=page.record) for page in pages]
    for document in list_documents(site, found):
        write_document(document, site.texts.language)
    return pages


@cache
def _make_renderer(language: str) -> Renderer:
    return Renderer(texts(language))  # compiles templates, which takes longer than their pages


def find_faults(html: str) -> Iterator[str]:
    """What no page of a dossier may hold: scripts, handlers, other schemes, an id twice."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    yield from (f"id {id!r} stands {count} times" for id, count in ids.items() if count > 1)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("iframe", "object", "embed", "base", "meta", "link", "style"):
            yield f"<{element.tag}>"
        if element.tag == "script" and element.get("type") != "application/json":
            yield "<script>"
        for name, value in element.attrib.items():
            if name.startswith("on"):
                yield f"{name}={value!r}"
            scheme = _SCHEME.match(value) if name in _ADDRESSES else None
            foreign = name in ("src", "srcset", "poster") and "//" in value
            if foreign or (scheme and scheme[1].lower() not in ("http", "https", "mailto")):
                yield f"{name}={value!r}"
