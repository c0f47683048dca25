"""What the search indexes: for each page a small document of its own, not the laid-out page."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified, Record
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.one_line import drop_unfit

_ELISION = re.compile(
    r"\b((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’])(?=\w)", re.IGNORECASE
)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "\u00ad": ""})
_LEFT_OUT = frozenset(
    {"button", "dialog", "form", "h1", "nav", "noscript", "script", "select", "style", "svg"}
)


@dataclass(frozen=True)
class Document:
    """One entry of the search: `names` weigh most; `facets` are filters by name."""

    address: str
    title: str
    group: str
    names: tuple[str, ...]
    summary: str
    content: str
    facets: dict[str, tuple[str, ...]]


def describe_record(press: Press, record: Identified, address: str, content: str) -> Document:
    """The document of a record's or article's page."""
    names: list[str] = []
    if isinstance(record, Record):
        names = [*(alias.name for alias in record.aliases), *record.short_names]
    return Document(
        address,
        record.title_text,
        _group(record),
        tuple(names),
        record.summary,
        content,
        _facets(press, record),
    )


def _group(record: Identified) -> str:
    return str(record.kind) if isinstance(record, Actor) else record.section


def list_groups(press: Press) -> list[tuple[str, str]]:
    """The groups that results fall into, each with its heading: persons first, pages last."""
    words, language = press.dossier.vocabulary, press.texts.language
    kinds = press.book.actor_kinds
    actors = [(kind, words.plural(kind, language, "actor")) for kind in kinds]
    others = [
        (name, press.texts(f"search.group.{name}"))
        for name in ("event", "article", "topic", "place", "page")
    ]
    return actors + others


def _facets(press: Press, record: Identified) -> dict[str, tuple[str, ...]]:
    states: list[str] = []
    if isinstance(record, Actor) and record.kind == "state":
        states = [record.id]
    elif isinstance(record, Event):
        actors = (press.dossier.actors.get(each.actor or "") for each in record.participants)
        states = [actor.country or actor.id for actor in actors if actor]
    elif country := getattr(record, "country", None):
        states = [country]
    known = press.dossier.actors
    named = {known[id].name for id in states if id in known and known[id].kind == "state"}
    date = record.date if isinstance(record, Event | Article) else None
    years = (str(date.year),) if date and date.year else ()
    return {"state": tuple(sorted(named)), "year": years}


def write_document(document: Document, language: str) -> str:
    """The document as the HTML that the indexer reads."""
    facets = "".join(
        f'<span data-pagefind-filter="{name}">{_escape(value)}</span>'
        for name, values in (("group", (document.group,)), *sorted(document.facets.items()))
        for value in values
    )
    names = "".join(
        f'<p data-pagefind-weight="8">{_escape(fold(name))}</p>' for name in document.names
    )
    meta = "".join(
        f'<span data-pagefind-meta="{name}">{_escape(value)}</span>'
        for name, value in (("group", document.group), ("summary", document.summary))
    )
    return (
        f'<!doctype html><html lang="{_escape(language)}"><title>{_escape(document.title)}</title>'
        f'<body><div data-pagefind-ignore="index">{facets}{meta}'
        f'<span data-pagefind-meta="title">{_escape(document.title)}</span></div>'
        f'<main data-pagefind-body><p data-pagefind-weight="10">{_escape(fold(document.title))}</p>'
        f"{names}{strip_layout(document.content)}</main></body></html>"
    )


def fold(text: str) -> str:
    """Text as the indexer can take it apart: `l'Ukraine` in two words, ligatures as letters."""
    return _ELISION.sub(lambda match: f"{match[1]} ", drop_unfit(text).translate(_LIGATURES))


def strip_layout(content: str) -> str:
    """A page's HTML without its title, controls and pictures, its text folded."""
    if not content.strip():
        return ""
    root = lxml.html.fragment_fromstring(drop_unfit(content), create_parent="div")
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or _is_left_out(element):
            _remove(element)
    for element in root.iter():
        element.text = fold(element.text) if element.text else element.text
        element.tail = fold(element.tail) if element.tail else element.tail
        for name in list(element.attrib):
            if name != "id":
                del element.attrib[name]
    return str(lxml.html.tostring(root, encoding="unicode"))


def _is_left_out(element: Any) -> bool:
    classes = element.get("class", "").split()
    return (
        element.tag in _LEFT_OUT
        or "headerlink" in classes
        or "data-pagefind-ignore" in element.attrib
    )


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def _escape(text: str) -> str:
    return html.escape(text, quote=True)


def documents(
    press: Press, pages: Iterable[tuple[str, str, str, str | None]]
) -> Iterator[Document]:
    """The documents of all pages, given as (address, title, content, id of the record shown)."""
    for address, title, content, id in pages:
        record = press.dossier.get(id) if id else None
        if record is not None:
            yield describe_record(press, record, address, content)
        else:
            yield Document(address, title, "page", (), "", content, {})
