"""The whole dossier as one HTML file that opens from a disk: no server, no network; a search."""

import base64
import hashlib
import importlib.resources
from collections.abc import Iterator
from functools import partial
from html import escape

from mkdocs_dossier.exports.book.chapters import find_in_file, write_section
from mkdocs_dossier.exports.book.gather import gather_book
from mkdocs_dossier.exports.book.markup import write_blocks
from mkdocs_dossier.exports.book.value import Book, Section
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages import Texts

NAME = "dossier.html"
_CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'"


def make_one_file(publication: Publication) -> Iterator[File]:
    """One file."""
    book = gather_book(publication)
    yield File(NAME, list(_write(publication, book)), main=True, rows=book.count)


def _write(publication: Publication, book: Book) -> Iterator[bytes]:
    """The book as HTML: its style and its script are named by their sums, and nothing else runs."""
    yield "\n".join([*_write_head(publication, book), ""]).encode()
    for section in book.sections:
        yield f'<h2 id="{section.id}">{escape(section.title)}</h2>\n'.encode()
        for chapter in section.chapters:
            yield write_section(publication, book, chapter)
            yield b"\n"
    yield f"</main>\n<script>{_read('one_file.js')}</script>\n</body>\n</html>\n".encode()


def _write_head(publication: Publication, book: Book) -> Iterator[str]:
    say = publication.texts
    style, script = _read("one_file.css"), _read("one_file.js")
    policy = f"{_CLOSED}; style-src '{_sum(style)}'; script-src '{_sum(script)}'"
    yield from (
        "<!doctype html>",
        f'<html lang="{escape(book.language)}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(book.title)}</title>",
        f"<style>{style}</style></head>",
        "<body>",
        f"<header><h1>{escape(book.title)}</h1>",
        f'<p class="small">{escape(book.imprint)}</p></header>',
        _search(say),
        f'<nav aria-label="{escape(say("book.contents"))}">',
        *(_contents(section) for section in book.sections),
        "</nav>",
        "<main>",
        write_blocks(book.front, partial(find_in_file, book), 2),
    )


def _search(say: Texts) -> str:
    """Hidden until the script runs: without it, the browser's own search finds words."""
    label, none = escape(say("book.search")), escape(say("book.none"))
    more = escape(say("book.more"))
    return (
        f'<form id="_search" role="search" hidden data-none="{none}" data-more="{more}">'
        f'<label>{label} <input type="search" autocomplete="off" maxlength="100"></label>'
        '<p role="status"></p><ol></ol></form>'
    )


def _contents(section: Section) -> str:
    chapters = "\n".join(
        f'<li><a href="#{each.id}">{escape(each.title)}</a></li>' for each in section.chapters
    )
    title = f"{escape(section.title)} ({len(section.chapters)})"
    return f"<details><summary>{title}</summary>\n<ol>\n{chapters}\n</ol></details>"


def _read(name: str) -> str:
    file = importlib.resources.files("mkdocs_dossier.exports.book").joinpath(name)
    return file.read_text(encoding="utf-8")


def _sum(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


FORMAT = Format("html", make_one_file, "curl -O {file}\nxdg-open dossier.html", order=95)
