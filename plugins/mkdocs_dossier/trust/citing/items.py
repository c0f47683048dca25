"""What is cited, as items of CSL-JSON: the one form from which all others are made."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.languages import texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Document, Statement
from mkdocs_dossier.model.web import is_web_address

_NOTHING: tuple[Any, ...] = ("", [], {})
Item = dict[str, Any]
"""An item of CSL-JSON."""


def cite_page(dossier: Dossier, id: str, title: str, url: str, date: Date | None = None) -> Item:
    """A page of the dossier. `url` is absolute, or empty when nobody knows it."""
    return _cite_own(dossier, id, title, url, date)


def cite_statement(dossier: Dossier, said: Said, url: str) -> Item:
    """A statement as the dossier words it, on the page of the record that holds it."""
    id, holder = said.reference.replace("#", "-"), said.holder
    title = said.statement.text.rstrip(".") or said.statement.text
    item = _cite_own(dossier, id, title, url, holder.reviewed, holder.title_text)
    behind = "; ".join(_name_sources(dossier, said.statement))
    if behind:
        item["note"] = texts(dossier.language)("provenance.cite.behind", sources=behind)
    return item


def _cite_own(
    dossier: Dossier, id: str, title: str, url: str, date: Date | None, page: str = ""
) -> Item:
    """What the dossier itself says, on a page of that title.

    Its author is who publishes it, else the dossier, which then is not named a second time. Where
    nobody knows an address, the citation says so.
    """
    settings = dossier.settings
    publisher = settings.publisher or settings.title
    containers = [page] if page else []
    containers += [settings.title] if publisher != settings.title else []
    item = _item(
        id,
        "webpage",
        title,
        url,
        date,
        dossier.language,
        container=", ".join(containers),
        publisher=publisher,
        author=publisher if title != publisher else None,
    )
    if not url:
        item["genre"] = texts(dossier.language)("provenance.cite.no-address")
    return item


def _name_sources(dossier: Dossier, statement: Statement) -> Iterator[str]:
    """The articles that report the statement: title, outlet, who relayed it, date."""
    say = texts(dossier.language)
    for source in statement.sources:
        article = dossier.articles.get(source.article or "")
        if article:
            parts = [say("provenance.cite.quoted", title=article.title)]
            parts += [dossier.name_of(article.outlet)] if article.outlet else []
            parts += [party.name or dossier.name_of(party.actor or "") for party in source.via]
            parts += [say_date(article.date, say)] if article.date else []
            yield ", ".join(parts)


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
        copy=article.archive_url,
    )


def cite_document(dossier: Dossier, document: Document, id: str) -> Item:
    """A document outside the dossier."""
    publisher, republisher = (
        (each.name or dossier.name_of(each.actor or "")) if each else None
        for each in (document.publisher, document.republisher)
    )
    return _item(
        id,
        "webpage" if document.url else "document",
        document.title_text,
        document.url or "",
        document.date,
        "",
        container=republisher,
        publisher=publisher,
        copy=document.archive_url,
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
    copy: str | None = None,
) -> Item:
    """`copy`: the address of an archived copy."""
    kept = copy if copy and is_web_address(copy) else ""
    values: Item = {
        "id": id,
        "type": type_,
        "title": title,
        "author": [{"literal": author}] if author else None,
        "container-title": container,
        "publisher": publisher,
        "issued": csl_date(date),
        "URL": url,
        "archive": urlsplit(kept).hostname,
        "archive_location": kept,
        "language": language,
    }
    return {key: value for key, value in values.items() if value or key == "title"}


def csl_date(date: Date | None) -> Item | None:
    """A date of CSL, no more precise than it is: circa where it is in doubt, None where unknown."""
    if date is None or date.earliest is None or date.latest is None or date.earliest.year < 1:
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


def issued_parts(item: Item) -> list[int]:
    """The numbers of an item's date: year, month, day, as far as they are known."""
    parts: list[list[int]] = item.get("issued", {}).get("date-parts", [[]])
    return parts[0]


def clean_item(item: Item) -> Item:
    """The item with each text on one line, and none of it empty but where nothing else is known."""
    cleaned: Item = {key: _clean(value) for key, value in item.items()}
    return {
        **{key: value for key, value in cleaned.items() if value},
        "title": cleaned.get("title") or cleaned["id"],
    }


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list):
        return [cleaned for each in value if (cleaned := _clean(each)) not in _NOTHING]
    if isinstance(value, dict):
        return {
            key: cleaned for key, each in value.items() if (cleaned := _clean(each)) not in _NOTHING
        }
    return value
