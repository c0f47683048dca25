"""The dossier in other formats: one file a format, one list of them."""

from collections.abc import Iterator

from mkdocs_dossier.exports.atom import make_feed
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.views.addresses import Addresses
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.corrections import FEED, date_feed


def export_files(
    book: Book, addresses: Addresses, site: str, now: Day | None
) -> Iterator[tuple[str, bytes]]:
    """Each file's address from the root and its content.

    `site` is the site's own address, `now` the day that the build may speak of. Without any date
    there is no feed: it must have one, and none would be true.
    """
    updated = date_feed(book.dossier, now)
    if updated:
        feed = make_feed(book.dossier, addresses, site, updated)
        yield f"{addresses.index('corrections')}{FEED}", feed
