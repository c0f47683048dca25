"""The ready citation of a page or a statement, in four formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.views import citing
from mkdocs_dossier.views.items import Said

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


@dataclass(frozen=True)
class Cited:
    """A citation ready to be copied. `address` is absolute, or empty where nobody knows it."""

    id: str
    address: str
    text: str
    formats: tuple[tuple[str, str], ...]


def cite_statement(press: Press, said: Said) -> Cited:
    """A statement, by its permanent address."""
    url = _absolute(press, press.addresses.of(said.reference) or "")
    item = citing.cite_statement(press.dossier, said, url)
    return _cited(press, f"_cite-{said.statement.id}", url, item)


def cite_page(
    press: Press, address: str, title: str, date: Date | None, record: str | None = None
) -> Markup:
    """The block under a page that says how to cite it, and the article that it is about."""
    url = _absolute(press, address)
    id = address.strip("/").replace("/", "-") or "index"
    page = _cited(press, "_cite", url, citing.cite_page(press.dossier, id, title, url, date))
    found = press.dossier.articles.get(record or "")
    article = cite_article(press, found) if found else None
    return Markup(press.render("_cite_page.html", address, page=page, article=article))


def cite_article(press: Press, article: Article) -> Cited:
    """The press article itself."""
    url = _absolute(press, press.addresses.of(article.id) or "")
    item = citing.cite_article(press.dossier, article, url)
    return _cited(press, "_cite-article", str(item.get("URL", "")), item)


def article_head(press: Press, article: Article) -> Markup:
    """The metadata from which Zotero takes the article."""
    url = _absolute(press, press.addresses.of(article.id) or "")
    return citing.meta_tags(citing.cite_article(press.dossier, article, url), url)


def _absolute(press: Press, address: str) -> str:
    return f"{press.features.site}{address}" if press.features.site else ""


def _cited(press: Press, id: str, url: str, item: citing.Item) -> Cited:
    formats = (
        ("BibTeX", citing.to_bibtex(item)),
        ("RIS", citing.to_ris(item)),
        ("CSL-JSON", citing.to_json(item)),
    )
    return Cited(id, url, citing.to_text(item, press.texts.language), formats)
