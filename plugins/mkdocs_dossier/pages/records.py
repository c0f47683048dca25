"""The pages of records and articles."""

from collections.abc import Iterator

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.templating import Press


def record_pages(press: Press) -> Iterator[Page]:
    """A page for each record and each article."""
    for record in press.dossier.everything():
        address = press.addresses.of(record.id)
        assert address is not None
        html = press.render("record.html", address, record=record)
        yield Page(
            address,
            record.section,
            record.title_text,
            record.summary,
            html,
            source=press.dossier.origins[record.id].path,
            record=record.id,
        )
