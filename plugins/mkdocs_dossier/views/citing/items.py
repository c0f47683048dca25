"""What is cited, as items of CSL-JSON: the one form from which all others are made."""

from typing import Any

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.views.book import Said

Item = dict[str, Any]
"""An item of CSL-JSON."""


def cite_page(dossier: Dossier, id: str, title: str, url: str, date: Date | None = None) -> Item:
    """A page of the dossier. `url` is absolute, or empty when nobody knows it."""
    return _item(
        id,
        "webpage",
        title,
        url,
        date,
        dossier.language,
        container=dossier.settings.title,
        publisher=dossier.settings.publisher,
    )


def cite_statement(dossier: Dossier, said: Said, url: str) -> Item:
    """A statement as the dossier words it, on the page of the record that holds it."""
    settings, holder = dossier.settings, said.holder
    return _item(
        said.reference.replace("#", "-"),
        "webpage",
        said.statement.text.rstrip("."),
        url,
        holder.reviewed,
        dossier.language,
        container=f"{holder.title_text}, {settings.title}",
        publisher=settings.publisher,
    )


def cite_article(dossier: Dossier, article: Article, url: str) -> Item:
    """The press article itself; `url` is where its account stands, if its own is unknown."""
    outlet = dossier.actors.get(article.outlet or "")
    return _item(
        article.id,
        "article-newspaper",
        article.title_text,
        article.url or url,
        article.date,
        article.language or dossier.language,
        container=outlet.name if outlet else None,
        author=article.author,
    )


def _item(
    id: str,
    type_: str,
    title: str,
    url: str,
    date: Date | None,
    language: str,
    *,
    container: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
) -> Item:
    values: Item = {
        "id": id,
        "type": type_,
        "title": title,
        "author": [{"literal": author}] if author else None,
        "container-title": container,
        "publisher": publisher,
        "issued": csl_date(date),
        "URL": url,
        "language": language,
    }
    return {key: value for key, value in values.items() if value}


def csl_date(date: Date | None) -> Item | None:
    """A date of CSL, no more precise than it is: circa where it is in doubt, None where unknown."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    first, last = date.earliest, date.latest
    full = [first.year, first.month, first.day]
    if first == last:
        parts = full
    elif (first.year, first.month) == (last.year, last.month):
        parts = full[:2]
    elif first.year == last.year:
        parts = full[:1]
    else:
        return {"date-parts": [[first.year], [last.year]]}
    doubtful = date.approximate or date.uncertain or date.form == "within"
    return {"date-parts": [parts], "circa": True} if doubtful else {"date-parts": [parts]}
