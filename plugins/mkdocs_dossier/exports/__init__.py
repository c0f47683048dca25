"""The dossier in other formats: one file a format, one list of them."""

from collections.abc import Iterator

from mkdocs_dossier.exports.atom import make_feed
from mkdocs_dossier.views.addresses import Addresses
from mkdocs_dossier.views.book import Book


def export_files(book: Book, addresses: Addresses, site: str) -> Iterator[tuple[str, bytes]]:
    """Each file's address from the root and its content; `site` is the site's own address."""
    yield f"{addresses.index('corrections')}atom.xml", make_feed(book.dossier, addresses, site)
