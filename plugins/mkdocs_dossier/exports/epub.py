"""The dossier as an EPUB 3: a chapter for each record and article, linked as on the site.

Nothing in the archive is compressed, and all of it bears the same date: the same bytes everywhere.
"""

import io
import uuid
import zipfile
from collections.abc import Iterator
from functools import partial
from html import escape

from mkdocs_dossier.exports.book.gather import gather_book
from mkdocs_dossier.exports.book.markup import Find, nearest_place, write_blocks
from mkdocs_dossier.exports.book.value import Book, Chapter, anchor_of
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages import Texts

NAME = "dossier.epub"
KIND = "application/epub+zip"
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold
_FRONT = "_front"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTAINER = f"""\
{_XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
_STYLE = """\
body { line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.25; }
.small, li > ul { font-size: 0.85em; }
pre { white-space: pre-wrap; }
"""


def make_epub(publication: Publication) -> Iterator[File]:
    """One file."""
    book = gather_book(publication)
    yield File(NAME, _write(publication, book), main=True, rows=book.count)


def _write(publication: Publication, book: Book) -> bytes:
    """The archive, whose first file says what it is."""
    pages = dict(_write_pages(publication, book))
    files = {
        "mimetype": KIND.encode(),
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _write_package(book, list(pages)).encode(),
        "EPUB/nav.xhtml": _write_contents(book, publication.texts).encode(),
        "EPUB/style.css": _STYLE.encode(),
        **{f"EPUB/{name}.xhtml": text for name, text in pages.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content)
    return stream.getvalue()


def _write_pages(publication: Publication, book: Book) -> Iterator[tuple[str, bytes]]:
    """Each page by its name, in the order of reading."""

    def find(target: str) -> str:
        place = nearest_place(target, book.places)
        record, _, statement = place.partition("#")
        anchor = f"#{anchor_of(place)}" if statement else ""
        return f"{record}.xhtml{anchor}" if place else ""

    front = f'<h1>{escape(book.title)}</h1>\n<p class="small">{escape(book.imprint)}</p>\n'
    text = front + write_blocks(book.front, find, 2)
    yield _FRONT, _write_page(book, book.title, text).encode()
    for section in book.sections:
        text = f"<h1>{escape(section.title)}</h1>"
        yield section.id, _write_page(book, section.title, text).encode()
        for chapter in section.chapters:
            make = partial(_write_chapter, book, chapter, find)
            yield chapter.id, publication.piece("epub", chapter.id, make)


def _write_chapter(book: Book, chapter: Chapter, find: Find) -> bytes:
    text = f"<h2>{escape(chapter.title)}</h2>\n{write_blocks(chapter.make(), find, 3)}"
    return _write_page(book, chapter.title, text).encode()


def _write_page(book: Book, title: str, text: str, more: str = "") -> str:
    language = escape(book.language)
    return (
        f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"{more} '
        f'lang="{language}" xml:lang="{language}">\n'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>\n'
        f"<body>\n{text}\n</body>\n</html>\n"
    )


def _write_contents(book: Book, say: Texts) -> str:
    lines = [f'<li><a href="{_FRONT}.xhtml">{escape(book.title)}</a></li>']
    for section in book.sections:
        chapters = "\n".join(
            f'<li><a href="{each.id}.xhtml">{escape(each.title)}</a></li>'
            for each in section.chapters
        )
        head = f'<a href="{section.id}.xhtml">{escape(section.title)}</a>'
        lines.append(f"<li>{head}\n<ol>\n{chapters}\n</ol></li>")
    listed = "\n".join(lines)
    title = say("book.contents")
    text = f'<nav epub:type="toc"><h1>{escape(title)}</h1>\n<ol>\n{listed}\n</ol></nav>'
    return _write_page(book, title, text, ' xmlns:epub="http://www.idpf.org/2007/ops"')


def _write_package(book: Book, names: list[str]) -> str:
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{book.site}{book.title}")
    known = {
        'dc:identifier id="id"': f"urn:uuid:{identifier}",
        "dc:title": book.title,
        "dc:language": book.language,
        "dc:creator": book.author,
        "dc:rights": book.licence,
        "dc:date": book.date,
        "dc:source": book.site,
    }
    fields = [
        f"<{name}>{escape(value)}</{name.partition(' ')[0]}>"
        for name, value in known.items()
        if value
    ]
    modified = f"{book.date or '1970-01-01'}T00:00:00Z"
    fields.append(f'<meta property="dcterms:modified">{modified}</meta>')
    kind = 'media-type="application/xhtml+xml"'
    items = [
        f'<item id="nav" href="nav.xhtml" {kind} properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="p-{name}" href="{name}.xhtml" {kind}/>' for name in names),
    ]
    order = [f'<itemref idref="p-{name}"/>' for name in names]
    parts = {"metadata": fields, "manifest": items, "spine": order}
    written = "\n".join(
        f"<{tag}{_DUBLIN if tag == 'metadata' else ''}>\n{chr(10).join(lines)}\n</{tag}>"
        for tag, lines in parts.items()
    )
    return (
        f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{escape(book.language)}">\n{written}\n</package>\n'
    )


_DUBLIN = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
FORMAT = Format("epub", make_epub, "curl -O {file}\nebook-viewer dossier.epub", order=96)
