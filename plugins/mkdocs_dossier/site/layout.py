"""What the theme's layout shows around a page's content."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.dates import day
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.assets import scripts
from mkdocs_dossier.pages.citing import cite_page
from mkdocs_dossier.pages.corrections import feed_link
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.search import list_groups
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.site.pages import DossierPage, plain_title
from mkdocs_dossier.source.history import History
from mkdocs_dossier.views.say_date import say_date

_TYPES = {"actor": "profile", "article": "article", "event": "article"}


@dataclass(frozen=True)
class Frame:
    """For the templates: texts, the date of the last change, links to edit and to report, head.

    All of it is plain text, but for `head` and `cite`, which are HTML. `title` is what the page is
    called; `type` its OpenGraph type; `groups` are those of the search with their headings;
    `scripts` the addresses of the modules that the page needs.
    """

    t: Texts
    title: str
    type: str
    updated: str | None
    updated_said: str
    edit: str | None
    report: str | None
    head: Markup
    search: bool
    record: str | None
    problems: tuple[tuple[str, str], ...]
    cite: Markup
    scripts: tuple[str, ...]
    groups: tuple[tuple[str, str], ...] = ()


def add_templates(config: MkDocsConfig) -> None:
    """Put our overrides of the theme's templates before its own."""
    folder = str(Path(str(files("mkdocs_dossier.site"))) / "theme")
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(0, folder)


def make_frame(
    page: SitePage | None,
    say: Texts,
    features: Features,
    history: History,
    folder: str,
    problems: tuple[tuple[str, str], ...],
    press: Press | None = None,
) -> Frame:
    """The frame of a page: of a record, or written by hand in docs/."""
    path = source_path(page, folder)
    date = history.date_of(path) if path else None
    made = page.made if isinstance(page, DossierPage) else None
    name = plain_title(page) if page else ""
    title = say("frame.report-title", title=name)
    cite = Markup(_cite(page, name, date, press) if page and press else "")
    return Frame(
        say,
        name,
        _TYPES.get(made.kind, "website") if made else "website",
        date.isoformat() if date else None,
        say_date(day(date), say) if date else "",
        features.edit_address(path) if path else None,
        features.report_address(title, path) if path else None,
        Markup(made.head if made else "")
        + Markup(feed_link(press, _address(page)) if page and press else ""),
        features.search,
        made.record if made else None,
        problems,
        cite,
        tuple(scripts(f"{page.content or ''}{cite}" if page else "", features)),
        tuple(list_groups(press)) if press and features.search else (),
    )


def _cite(page: SitePage, title: str, date: Day | None, press: Press) -> str:
    record = page.made.record if isinstance(page, DossierPage) else None
    return cite_page(press, _address(page), title, day(date) if date else None, record)


def _address(page: SitePage) -> str:
    return page.url.removeprefix("./")


def source_path(page: SitePage | None, folder: str) -> str | None:
    """The file that a page shows, from the repository's root; None where there is no single one."""
    if isinstance(page, DossierPage):
        return f"{folder}/{page.made.source}" if page.made.source else None
    return f"docs/{page.file.src_uri}" if page and not page.file.generated_by else None
