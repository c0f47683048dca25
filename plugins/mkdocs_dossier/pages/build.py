"""All pages of a site."""

from collections.abc import Iterator

from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.records import record_pages
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.book import Book


def build_pages(book: Book, features: Features) -> Iterator[Page]:
    """Every page that the dossier gives, in order of kind and id."""
    press = Press(book, features)
    yield from record_pages(press)
