"""The home page."""

from collections.abc import Iterator

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.welcome import make_welcome


def home_pages(press: Press) -> Iterator[Page]:
    """What the dossier is about, what gets in, the latest, the numbers, and where to start."""
    settings = press.dossier.settings
    html = press.render("home.html", "", welcome=make_welcome(press.book, press.facts))
    summary = settings.summary or settings.title
    yield Page("", "home", press.texts("views.home.title"), summary, html)
