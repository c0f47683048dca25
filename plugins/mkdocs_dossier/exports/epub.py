"""The dossier as an EPUB 3: a chapter for each record and article, linked as on the site.

Nothing in the archive is compressed, and all of it bears the same date: the same bytes everywhere.
"""

import io
import uuid
import zipfile
from collections.abc import Iterator
from html import escape

from mkdocs_dossier.exports.book.gather import gather_book
from mkdocs_dossier.exports.book.markup import list_places, nearest_place, write_blocks
from mkdocs_dossier.exports.book.value import Book, anchor_of
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
    yield File(NAME, write_epub(book, publication.texts), main=True, rows=book.count)


def write_epub(book: Book, say: Texts) -> bytes:
    """The archive, whose first file says what it is."""
    pages = dict(_write_pages(book))
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _write_package(book, list(pages)),
        "EPUB/nav.xhtml": _write_contents(book, say),
        "EPUB/style.css": _STYLE,
        **{f"EPUB/{name}.xhtml": text for name, text in pages.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, text in {"mimetype": KIND, **files}.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text.encode())
    return stream.getvalue()


def _write_pages(book: Book) -> Iterator[tuple[str, str]]:
    """Each page by its name, in the order of reading."""
    places = list_places(book)

    def find(target: str) -> str:
        place = nearest_place(target, places)
        record, _, statement = place.partition("#")
        anchor = f"#{anchor_of(place)}" if statement else ""
        return f"{record}.xhtml{anchor}" if place else ""

    front = f'<h1>{escape(book.title)}</h1>\n<p class="small">{escape(book.imprint)}</p>\n'
    yield _FRONT, _write_page(book, book.title, front + write_blocks(book.front, find, 2))
    for section in book.sections:
        yield section.id, _write_page(book, section.title, f"<h1>{escape(section.title)}</h1>")
        for chapter in section.chapters:
            text = f"<h2>{escape(chapter.title)}</h2>\n{write_blocks(chapter.blocks, find, 3)}"
            yield chapter.id, _write_page(book, chapter.title, text)


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
