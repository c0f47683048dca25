"""The page of all corrections, and the way to their feed."""

from collections.abc import Iterator

from markupsafe import Markup

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.addresses import relative
from mkdocs_dossier.views.corrections import FEED, date_feed, list_corrections


def correction_pages(press: Press) -> Iterator[Page]:
    """One page, the latest correction first; with exports, the way to their feed."""
    say = press.texts
    address = press.addresses.index("corrections")
    feed = FEED if _has_feed(press) else None
    found = list_corrections(press.dossier)
    html = press.render("corrections.html", address, corrections=found, feed=feed)
    title, description = say("corrections.title"), say("corrections.description")
    yield Page(address, "corrections", title, description, html)


def feed_link(press: Press, address: str) -> str:
    """For the head of the page at an address: by it feed readers find the feed. Empty without."""
    if not _has_feed(press):
        return ""
    # The space keeps the theme's script from taking the feed for the site in another language.
    link = Markup('<link rel="alternate " type="application/atom+xml" href="{}" title="{}">')
    target = relative(f"{press.addresses.index('corrections')}{FEED}", address)
    title = press.texts("corrections.feed-title", title=press.dossier.settings.title)
    return str(link.format(target, title))


def _has_feed(press: Press) -> bool:
    return press.features.exports and bool(date_feed(press.dossier, press.features.now))
