"""The page of what the dossier still lacks."""

from collections.abc import Iterator

from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.coverage import KINDS, Coverage


def coverage_pages(press: Press) -> Iterator[Page]:
    """One page for the curators, a section for each kind of gap."""
    say = press.texts
    address = press.addresses.index("coverage")
    coverage = Coverage(press.book, press.features.now)
    groups = {kind: coverage.of(kind) for kind in KINDS}
    html = press.render(
        "coverage.html", address, groups=groups, line_address=press.features.line_address
    )
    headings = tuple(Heading(kind, say(f"coverage.{kind}.title")) for kind in KINDS)
    title, description = say("coverage.title"), say("coverage.description")
    yield Page(address, "coverage", title, description, html, headings)
