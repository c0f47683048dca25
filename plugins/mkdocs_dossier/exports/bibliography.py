"""What the dossier rests on, and what it reports, as BibTeX, RIS and CSL-JSON.

`sources` are the articles, and the documents outside the dossier; `statements` are the statements
on its pages, each with the articles and agencies behind it.
"""

import hashlib
import json
from collections.abc import Callable, Iterator

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages.collation import order
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.trust.citing.bibtex import to_bibtex
from mkdocs_dossier.trust.citing.formats import to_ris
from mkdocs_dossier.trust.citing.items import (
    Item,
    cite_article,
    cite_document,
    cite_statement,
    clean_item,
)

FOLDER, USES = "citations", "uses.json"
_DIGITS = 8


def make_bibliography(publication: Publication) -> Iterator[File]:
    """Three files of each list."""
    lists = {"sources": list_sources(publication), "statements": list_statements(publication)}
    for name, items in lists.items():
        for ending, write in WRITERS.items():
            main = (name, ending) == ("sources", "bib")
            title = publication.texts(f"data.citations.{name}")
            path = f"{FOLDER}/{name}.{ending}"
            yield File(path, write(items).encode(), main=main, rows=len(items), title=title)
    uses = list_uses_of_sources(publication)
    title = publication.texts("data.citations.uses")
    content = json.dumps(uses, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    yield File(f"{FOLDER}/{USES}", content, rows=len(uses), title=title)


def list_uses_of_sources(publication: Publication) -> dict[str, list[str]]:
    """The ids of the articles and documents behind each record, and of each article itself.

    By them a page makes the bibliography of any list.
    """
    found: dict[str, dict[str, None]] = {
        record.id: {record.id: None} if isinstance(record, Article) else {}
        for record in publication.dossier.everything()
    }
    for use in publication.indexes.passages.uses:
        held = found[use.holder.id]
        if use.source.article:
            held[str(use.source.article)] = None
        elif use.source.document:
            held[_document_id(cite_document(publication.dossier, use.source.document, ""))] = None
    return {id: list(held) for id, held in found.items() if held}


def list_sources(publication: Publication) -> list[Item]:
    """All articles in order of time, then each document once, by title."""
    dossier, language = publication.dossier, publication.dossier.language
    items = [
        cite_article(dossier, article, _page(publication, article.id))
        for article in publication.indexes.articles
    ]
    documents = (
        use.source.document for use in publication.indexes.passages.uses if use.source.document
    )
    found: dict[str, Item] = {}
    for document in documents:
        cited = cite_document(dossier, document, "")
        id = _document_id(cited)
        found[id] = {**cited, "id": id}
    by_title = sorted(found.values(), key=lambda item: (order(item["title"], language), item["id"]))
    return items + by_title


def _document_id(cited: Item) -> str:
    written = json.dumps(cited, ensure_ascii=False, sort_keys=True)
    return f"document-{hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]}"


def list_statements(publication: Publication) -> list[Item]:
    """All statements in order of time. In an id, `:` stands for `#`."""
    items = []
    for said in publication.indexes.said:
        id = publication.id_of(said.statement)
        page, anchor = _page(publication, said.holder.id), said.statement.id
        item = cite_statement(
            publication.dossier, said, f"{page}#{anchor}" if page and anchor else page
        )
        items.append({**item, "id": id.replace("#", ":")})
    return items


def _page(publication: Publication, id: str) -> str:
    """The absolute address of a page; empty where nobody knows it, for no other can be cited."""
    return publication.address_of(id) if publication.site else ""


def _write_bibtex(items: list[Item]) -> str:
    return "".join(f"{to_bibtex(item)}\n\n" for item in items)


def _write_ris(items: list[Item]) -> str:
    return "".join(f"{to_ris(item)}\n\n" for item in items)


def _write_csl(items: list[Item]) -> str:
    cleaned = [clean_item(item) for item in items]
    return json.dumps(cleaned, ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[list[Item]], str]] = {
    "bib": _write_bibtex,
    "ris": _write_ris,
    "json": _write_csl,
}
FORMAT = Format(
    "citations",
    make_bibliography,
    "curl -O {file}\nbiber --tool sources.bib",
    order=30,
)
