"""The dossier as an EPUB 3: a chapter for each record and article, linked as on the site.

Nothing in the archive is compressed, and all of it bears the same date: the same bytes everywhere.
"""

import io
import uuid
import zipfile
from collections.abc import Iterator
from functools import partial
from html import escape

from mkdocs_dossier.exports.book.chapters import find_in_pages, write_chapter, write_page
from mkdocs_dossier.exports.book.gather import gather_book
from mkdocs_dossier.exports.book.markup import write_blocks
from mkdocs_dossier.exports.book.value import Book
from mkdocs_dossier.exports.format import File, Format, cut
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
    yield File(NAME, cut(_write(publication, book)), main=True, rows=book.count)


def _write(publication: Publication, book: Book) -> bytes:
    """The archive, whose first file says what it is."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _write_files(publication, book):
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content)
    return stream.getvalue()


def _write_files(publication: Publication, book: Book) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", KIND.encode()
    yield "META-INF/container.xml", _CONTAINER.encode()
    yield "EPUB/package.opf", _write_package(book, list(_name_pages(book))).encode()
    yield "EPUB/nav.xhtml", _write_contents(book, publication.texts).encode()
    yield "EPUB/style.css", _STYLE.encode()
    for name, text in _write_pages(publication, book):
        yield f"EPUB/{name}.xhtml", text


def _name_pages(book: Book) -> Iterator[str]:
    """The names of all pages, in the order of reading."""
    yield _FRONT
    for section in book.sections:
        yield section.id
        yield from (chapter.id for chapter in section.chapters)


def _write_pages(publication: Publication, book: Book) -> Iterator[tuple[str, bytes]]:
    """Each page by its name, in the same order."""
    front = f'<h1>{escape(book.title)}</h1>\n<p class="small">{escape(book.imprint)}</p>\n'
    text = front + write_blocks(book.front, partial(find_in_pages, book), 2)
    yield _FRONT, write_page(book, book.title, text).encode()
    for section in book.sections:
        text = f"<h1>{escape(section.title)}</h1>"
        yield section.id, write_page(book, section.title, text).encode()
        for chapter in section.chapters:
            yield chapter.id, write_chapter(publication, book, chapter)


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
    return write_page(book, title, text, ' xmlns:epub="http://www.idpf.org/2007/ops"')


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
