"""The dossier as a PDF with outline and links; needs the extra `books`, and only when asked for.

The texts are handed to Typst as data: nothing in them is read as markup. A script for which this
machine has no face is told in words, not drawn as empty boxes.
"""

import importlib.resources
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from mkdocs_dossier.exports.book.faces import find_missing, replace_missing
from mkdocs_dossier.exports.book.gather import gather_book
from mkdocs_dossier.exports.book.markup import nearest_place
from mkdocs_dossier.exports.book.value import Block, Book, Line, Run
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
    faces = [(Path(each.path), each.index) for each in typst.Fonts().fonts() if each.path]
    template = importlib.resources.files("mkdocs_dossier.exports.book").joinpath("book.typ")
    given = orjson.dumps(_describe(book, say, faces)).decode()
    made: Any = typst.compile(
        template.read_bytes(), format="pdf", sys_inputs={"book": given}, timestamp=_EPOCH
    )
    return bytes(made)


def _describe(book: Book, say: Texts, faces: list[tuple[Path, int]]) -> dict[str, Any]:
    chapters = [chapter for section in book.sections for chapter in section.chapters]
    made = {chapter.id: chapter.make() for chapter in chapters}
    missing = find_missing(_list_texts(book, made), faces)
    show = replace_missing(missing, say("book.no-face"))
    if missing:
        told = Block("small", ((Run(say("book.no-faces")),),))
        book = replace(book, front=(*book.front, told))

    def line(runs: Line) -> list[dict[str, Any]]:
        shown = []
        for run in runs:
            to = nearest_place(run.to, book.places) if run.inside else run.to
            shown.append(
                {"text": show(run.text), "style": run.style, "to": to, "inside": run.inside}
            )
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
        "shown": show(book.title),
        "author": book.author,
        "lang": language.lower(),
        "region": region.upper() if len(region) == len("FR") else None,
        "imprint": show(book.imprint),
        "contents": say("book.contents"),
        "places": sorted(book.places),
        "front": blocks(book.front),
        "sections": [
            {
                "title": show(section.title),
                "chapters": [
                    {
                        "id": chapter.id,
                        "title": show(chapter.title),
                        "blocks": blocks(made[chapter.id]),
                    }
                    for chapter in section.chapters
                ],
            }
            for section in book.sections
        ],
    }


def _list_texts(book: Book, made: Mapping[str, Iterable[Block]]) -> Iterator[str]:
    yield from (book.title, book.imprint)
    blocks = list(book.front)
    for section in book.sections:
        for chapter in section.chapters:
            yield chapter.title
            blocks += made[chapter.id]
    for block in blocks:
        entries = (line for entry in block.entries for line in (entry.line, *entry.under))
        yield from (run.text for line in (*block.lines, *entries) for run in line)


FORMAT = Format("pdf", make_pdf, "curl -O {file}\nxdg-open dossier.pdf", order=97, extra=EXTRA)
