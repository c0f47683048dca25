"""What the dossier rests on, and what it reports, as BibTeX, RIS and CSL-JSON.

`sources` are the articles, and the documents outside the dossier; `statements` are the statements
on its pages, each with the articles and agencies behind it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import orjson

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.stated import Stated, sources_of
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.languages.collation import order
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.records import Identified
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
    """Three files of each list, and the ids of what is behind each record and article: by them a
    page makes the bibliography of any list.
    """
    indexes = publication.indexes
    cited = {record.id: _recall(publication, record) for record in publication.dossier.everything()}
    documents = _merge_documents(found.documents for found in cited.values())
    language = publication.dossier.language
    by_title = sorted(documents, key=lambda id: (order(documents[id][0], language), id))
    lists = {
        "sources": [cited[article.id].items[article.id] for article in indexes.articles]
        + [documents[id][1] for id in by_title],
        "statements": [
            cited[said.holder.id].items[publication.id_of(said.statement)] for said in indexes.said
        ],
    }
    for name, items in lists.items():
        for number, (ending, join) in enumerate(_ENDINGS.items()):
            main = (name, ending) == ("sources", "bib")
            title = publication.texts(f"data.citations.{name}")
            content = join([item[number] for item in items]).encode()
            path = f"{FOLDER}/{name}.{ending}"
            yield File(path, content, main=main, rows=len(items), title=title)
    uses = {id: found.uses for id, found in cited.items() if found.uses}
    title = publication.texts("data.citations.uses")
    yield File(f"{FOLDER}/{USES}", orjson.dumps(uses) + b"\n", rows=len(uses), title=title)


Written = tuple[str, str, str]
"""An item as BibTeX, RIS and CSL-JSON."""
Document = tuple[str, Written]
"""A document's title, and itself."""


@dataclass(frozen=True)
class Cited:
    """What a record or article gives to bibliographies: itself, if it is an article, and its
    statements, by their ids; the documents that it cites, by theirs, with their titles; and the ids
    of all articles and documents behind it.
    """

    items: dict[str, Written]
    documents: dict[str, Document]
    uses: list[str]


def _recall(publication: Publication, record: Identified) -> Cited:
    make = partial(_cite, publication, record)
    return Cited(**orjson.loads(publication.piece("citations", record.id, make)))


def _cite(publication: Publication, record: Identified) -> bytes:
    dossier = publication.dossier
    items, documents = dict[str, Written](), dict[str, Document]()
    uses: dict[str, None] = {}
    if isinstance(record, Article):
        page = _page(publication, record.id)
        items[record.id] = _write(cite_article(dossier, record, page))
        uses[record.id] = None
    for fact in publication.facts_of(record):
        if isinstance(fact.value, Statement):
            items[fact.id] = _write(_cite_statement(publication, fact, fact.value))
        for source in sources_of(fact):
            if source.article:
                uses[str(source.article)] = None
            elif source.document:
                item = cite_document(dossier, source.document, "")
                id = _document_id(item)
                uses[id] = None
                documents[id] = item["title"], _write({**item, "id": id})
    return orjson.dumps(Cited(items, documents, list(uses)))


def _merge_documents(cited: Iterable[dict[str, Document]]) -> dict[str, Document]:
    """Each document once; where only some who cite it know of an archived copy, with that."""
    found: dict[str, Document] = {}
    for documents in cited:
        for id, each in documents.items():
            found[id] = max(found.get(id, each), each, key=lambda known: len(known[1][2]))
    return found


def _document_id(cited: Item) -> str:
    """It is the same, whoever knows of an archived copy."""
    named = {name: each for name, each in cited.items() if not name.startswith("archive")}
    written = json.dumps(named, ensure_ascii=False, sort_keys=True)
    return f"document-{hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]}"


def _cite_statement(publication: Publication, fact: Stated, statement: Statement) -> Item:
    """In its id, `:` stands for `#`."""
    url = publication.address_of_fact(fact) if publication.site else ""
    item = cite_statement(publication.dossier, Said(fact.holder, statement), url)
    return {**item, "id": fact.id.replace("#", ":")}


def _page(publication: Publication, id: str) -> str:
    """The absolute address of a page; empty where nobody knows it, for no other can be cited."""
    return publication.address_of(id) if publication.site else ""


def _write(item: Item) -> Written:
    written = json.dumps(clean_item(item), ensure_ascii=False, indent=1)
    return to_bibtex(item), to_ris(item), written.replace("\n", "\n ")


def _join_entries(entries: list[str]) -> str:
    return "".join(f"{entry}\n\n" for entry in entries)


def _join_items(items: list[str]) -> str:
    held = ",\n ".join(items)
    return f"[\n {held}\n]\n" if held else "[]\n"


_ENDINGS: dict[str, Callable[[list[str]], str]] = {
    "bib": _join_entries,
    "ris": _join_entries,
    "json": _join_items,
}
FORMAT = Format(
    "citations",
    make_bibliography,
    "curl -O {file}\nbiber --tool sources.bib",
    order=30,
)
