"""The dossier as a PDF with outline and links; needs the extra `books`, and only when asked for.

The texts are handed to Typst as data: nothing in them is read as markup.
"""

import importlib.resources
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import orjson

from mkdocs_dossier.exports.book.gather import gather_book
from mkdocs_dossier.exports.book.markup import list_places, nearest_place
from mkdocs_dossier.exports.book.value import Book, Line
from mkdocs_dossier.exports.format import File, Format, MissingExtra
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages import Texts

NAME = "dossier.pdf"
EXTRA = "books"
_EPOCH = 0  # what a file says of when it was made: nothing


def make_pdf(publication: Publication) -> Iterator[File]:
    """One file. Raises MissingExtra where Typst is not installed."""
    book = gather_book(publication)
    yield File(NAME, write_pdf(book, publication.texts), main=True, rows=book.count)


def write_pdf(book: Book, say: Texts) -> bytes:
    """The book, set by Typst."""
    try:
        import typst
    except ImportError:
        raise MissingExtra(EXTRA) from None
    template = importlib.resources.files("mkdocs_dossier.exports.book").joinpath("book.typ")
    given = orjson.dumps(_describe(book, say)).decode()
    made: Any = typst.compile(
        template.read_bytes(), format="pdf", sys_inputs={"book": given}, timestamp=_EPOCH
    )
    return bytes(made)


def _describe(book: Book, say: Texts) -> dict[str, Any]:
    places = list_places(book)

    def line(runs: Line) -> list[dict[str, Any]]:
        shown = []
        for run in runs:
            to = nearest_place(run.to, places) if run.inside else run.to
            shown.append({"text": run.text, "style": run.style, "to": to, "inside": run.inside})
        return shown

    def blocks(found: Any) -> list[dict[str, Any]]:
        return [
            {
                "form": each.form,
                "level": each.level,
                "lines": [line(runs) for runs in each.lines],
                "entries": [
                    {
                        "line": line(entry.line),
                        "under": [line(runs) for runs in entry.under],
                        "anchor": entry.anchor,
                    }
                    for entry in each.entries
                ],
            }
            for each in found
        ]

    language, _, region = book.language.partition("-")
    return {
        "title": book.title,
        "author": book.author,
        "lang": language.lower(),
        "region": region.upper() if len(region) == len("FR") else None,
        "imprint": book.imprint,
        "contents": say("book.contents"),
        "places": sorted(places),
        "front": blocks(book.front),
        "sections": [
            {
                "title": section.title,
                "chapters": [
                    {**asdict(chapter), "blocks": blocks(chapter.blocks)}
                    for chapter in section.chapters
                ],
            }
            for section in book.sections
        ],
    }


FORMAT = Format("pdf", make_pdf, "curl -O {file}\nxdg-open dossier.pdf", order=97, extra=EXTRA)
