"""What ready citations are made of: items of CSL-JSON."""

import json

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.values.provenance import Citation, CitedPage
from mkdocs_dossier.trust.citing import items


def cite_statement(site: Site, said: Said) -> Citation:
    """A statement, by its permanent address."""
    address = absolute(site, site.addresses.of(said.reference) or "")
    item = items.cite_statement(site.dossier, said, address)
    return make_citation(f"_cite-{said.anchor}", address, item)


def make_citation(id: str, address: str, item: items.Item) -> Citation:
    """An item as plain data."""
    return Citation(id, address, json.dumps(item, ensure_ascii=False))


def absolute(site: Site, address: str) -> str:
    """An address from the site's root as readers elsewhere need it; empty where nobody knows."""
    return f"{site.features.site}{address}" if site.features.site else ""


def cite_article(site: Site, article: Article) -> Citation:
    """The press article itself."""
    address = absolute(site, site.addresses.of(article.id) or "")
    item = items.cite_article(site.dossier, article, address)
    return make_citation("_cite-article", str(item.get("URL", "")), item)


def cite_account(site: Site, article: Article) -> Citation:
    """The same for the head of its page, whose address goes with it."""
    address = absolute(site, site.addresses.of(article.id) or "")
    return Citation("", address, cite_article(site, article).item)


def cite_page(
    site: Site, address: str, title: str, date: Date | None, record: str | None = None
) -> CitedPage:
    """A page by its address, and the article that it shows."""
    url = absolute(site, address)
    id = address.strip("/").replace("/", "-") or "index"
    item = items.cite_page(site.dossier, id, title, url, date)
    article = site.dossier.articles.get(record or "")
    return CitedPage(
        make_citation("_cite", url, item), cite_article(site, article) if article else None
    )
