"""All pages of a site."""

from collections.abc import Iterator

from mkdocs_dossier.pages.chronology import chronology_pages
from mkdocs_dossier.pages.corrections import correction_pages
from mkdocs_dossier.pages.coverage import coverage_pages
from mkdocs_dossier.pages.dyads import dyad_pages
from mkdocs_dossier.pages.home import home_pages
from mkdocs_dossier.pages.indexes import index_pages
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.records import record_pages
from mkdocs_dossier.pages.relations import relation_pages
from mkdocs_dossier.pages.tags import tag_pages
from mkdocs_dossier.pages.templating import Press


def build_pages(press: Press) -> Iterator[Page]:
    """Every page that the dossier gives, in order of kind and id."""
    yield from record_pages(press)
    yield from home_pages(press)
    yield from index_pages(press)
    yield from relation_pages(press)
    yield from dyad_pages(press)
    yield from chronology_pages(press)
    yield from tag_pages(press)
    yield from correction_pages(press)
    yield from coverage_pages(press)
