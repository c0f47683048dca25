"""The page of all corrections."""

from collections.abc import Iterator

from markupsafe import Markup

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.corrections import list_corrections

FEED = "atom.xml"


def correction_pages(press: Press) -> Iterator[Page]:
    """One page, the latest correction first; with exports, the way to their feed."""
    say = press.texts
    address = press.addresses.index("corrections")
    feed = FEED if press.features.exports else None
    found = list_corrections(press.dossier)
    html = press.render("corrections.html", address, corrections=found, feed=feed)
    title, description = say("corrections.title"), say("corrections.description")
    # The space keeps the theme's script from taking the feed for the site in another language.
    link = Markup('<link rel="alternate " type="application/atom+xml" href="{}" title="{}">')
    head = link.format(FEED, say("corrections.feed-title", title=press.dossier.settings.title))
    yield Page(address, "corrections", title, description, html, head=head if feed else "")
