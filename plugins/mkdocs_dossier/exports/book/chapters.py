"""Chapters as they stand in the copies that are HTML: made together, for they say the same."""

from functools import partial
from html import escape

from mkdocs_dossier.exports.book.markup import nearest_place, write_blocks
from mkdocs_dossier.exports.book.value import Book, Chapter, anchor_of
from mkdocs_dossier.exports.pieces import join_parts, split_parts
from mkdocs_dossier.exports.publication import Publication

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_section(publication: Publication, book: Book, chapter: Chapter) -> bytes:
    """A chapter as a section of the one file."""
    return _recall(publication, book, chapter)[0]


def write_chapter(publication: Publication, book: Book, chapter: Chapter) -> bytes:
    """A chapter as a page of the EPUB."""
    return _recall(publication, book, chapter)[1]


def _recall(publication: Publication, book: Book, chapter: Chapter) -> list[bytes]:
    make = partial(_write_both, book, chapter)
    return split_parts(publication.shared_piece("book", chapter.id, make))


def _write_both(book: Book, chapter: Chapter) -> bytes:
    title, blocks = escape(chapter.title), chapter.make()
    section = [
        f'<section id="{chapter.id}" data-chapter>',
        f"<h3>{title}</h3>",
        write_blocks(blocks, partial(find_in_file, book), 4),
        "</section>",
    ]
    text = f"<h2>{title}</h2>\n{write_blocks(blocks, partial(find_in_pages, book), 3)}"
    page = write_page(book, chapter.title, text)
    return join_parts(["\n".join(section).encode(), page.encode()])


def find_in_file(book: Book, target: str) -> str:
    """The address of a place in the one file."""
    place = nearest_place(target, book.places)
    return f"#{anchor_of(place)}" if place else ""


def find_in_pages(book: Book, target: str) -> str:
    """The address of a place in the EPUB."""
    place = nearest_place(target, book.places)
    record, _, statement = place.partition("#")
    anchor = f"#{anchor_of(place)}" if statement else ""
    return f"{record}.xhtml{anchor}" if place else ""


def write_page(book: Book, title: str, text: str, more: str = "") -> str:
    """A page of the EPUB; `more`: attributes of its root."""
    language = escape(book.language)
    return (
        f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"{more} '
        f'lang="{language}" xml:lang="{language}">\n'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>\n'
        f"<body>\n{text}\n</body>\n</html>\n"
    )
