"""What the theme's layout shows around a page's content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

from mkdocs_dossier.index.addresses import relative
from mkdocs_dossier.index.corrections import FEED
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.dates import day
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.assets import scripts
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.parts.citations import cite_page
from mkdocs_dossier.pages.plan import Planned
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import list_groups
from mkdocs_dossier.pages.values.provenance import CitedPage
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.page import render_citations
from mkdocs_dossier.site.editions import say_edition
from mkdocs_dossier.site.pages import DossierPage, plain_title
from mkdocs_dossier.source.history import History

BESIDE = ("index.json", "feed.xml", "events.ics")
"""What a page may have beside it, with exports: its entry, its news, its calendar."""
_TYPES = {"actor": "profile", "article": "article", "event": "article"}


@dataclass(frozen=True)
class Frame:
    """For the templates: texts, the date of the last change, links to edit and to report, head.

    All of it is plain text, but for `head` and `cite`, which are HTML. `title` is what the page is
    called; `type` its OpenGraph type; `groups` are those of the search with their headings;
    `scripts` the addresses of the modules that the page needs, `data` that of the page of the data,
    `entry` that of the page's own data, `feed` that of what is new, `calendar` that of its events;
    `edition` says which edition the site is.
    """

    t: Texts
    title: str
    type: str
    updated: str | None
    updated_said: str
    edit: str | None
    edit_words: str
    report: str | None
    propose: str | None
    head: Markup
    search: bool
    record: str | None
    problems: tuple[tuple[str, str], ...]
    cite: Markup
    scripts: tuple[str, ...]
    groups: tuple[tuple[str, str], ...] = ()
    edition: str = ""
    data: str | None = None
    entry: str | None = None
    feed: str | None = None
    calendar: str | None = None


def add_templates(config: MkDocsConfig) -> None:
    """Put our overrides of the theme's templates before its own."""
    folder = str(Path(str(files("mkdocs_dossier.site"))) / "theme")
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(0, folder)


def make_frame(
    page: SitePage | None,
    site: Site,
    renderer: Renderer,
    kept: Kept,
    history: History,
    folder: str,
    cited: Mapping[str, Markup],
    problems: tuple[tuple[str, str], ...],
    *,
    whole: bool = True,
) -> Frame:
    """The frame of a page: of a record, or written by hand in docs/.

    `cited` holds citations made ahead, by address. Unless it is to be `whole`, what follows from
    the page's content is left out.
    """
    say, features = site.texts, site.features
    path = source_path(page, folder)
    date = history.date_of(path) if path else None
    place = page.place if isinstance(page, DossierPage) else None
    name = plain_title(page) if page else ""
    cite = (cited.get(_address(page)) if page else None) or Markup("")
    if page and not cite:
        [cite] = render_citations(renderer, [_cite(page, site, date)], kept)
    made = page.made if whole and isinstance(page, DossierPage) else None
    shown = f"{page.content or ''}{cite}" if page else ""
    return Frame(
        say,
        name,
        _TYPES.get(place.kind, "website") if place else "website",
        date.isoformat() if date else None,
        say_date(day(date), say) if date else "",
        features.edit_address(path) if path else None,
        _say_edit(say, place),
        _report(features, say, name, f"{features.site}{_address(page)}", path) if page else None,
        _propose(features, say) if page and (not path or _is_article(place)) else None,
        Markup(made.head if made else "")
        + (feed_link(site, _address(page)) if page else Markup("")),
        features.search,
        place.record if place else None,
        problems,
        cite,
        tuple(scripts(shown, features)) if whole else (),
        tuple(list_groups(site)) if features.search else (),
        say_edition(features, say),
        site.addresses.index("data") if site.downloads else None,
        *(_beside(site, place.address, name) if place else None for name in BESIDE),
    )


def _is_article(place: Page | Planned | None) -> bool:
    return place is not None and place.kind == "article"


def _say_edit(say: Texts, place: Page | Planned | None) -> str:
    if place is None or place.record is None:
        return say("frame.edit")
    return say("frame.edit-article" if _is_article(place) else "frame.edit-record")


def _report(features: Features, say: Texts, name: str, page: str, path: str | None) -> str | None:
    """Where an error on a page is reported, with the page and its file filled in."""
    if not path:
        return None
    text = say("frame.report-text", page=page, path=path)
    return features.report_address(say("frame.report-title", title=name), text)


def _propose(features: Features, say: Texts) -> str | None:
    return features.report_address(say("frame.propose-title"), say("frame.propose-text"))


def _beside(site: Site, address: str, name: str) -> str | None:
    """The address of a file of a format that stands beside a page; home has the whole's."""
    path = f"{address or site.addresses.index('data')}{name}"
    return path if path in site.published else None


def cite_ahead(
    pages: Iterable[SitePage],
    site: Site,
    renderer: Renderer,
    kept: Kept,
    history: History,
    folder: str,
    *,
    alone: bool,
) -> dict[str, Markup]:
    """The citations of many pages, by address; `alone`: without a second process."""
    dated = [(page, source_path(page, folder)) for page in pages]
    cited = [_cite(page, site, history.date_of(path) if path else None) for page, path in dated]
    rendered = render_citations(renderer, cited, kept, alone=alone)
    return {_address(page): each for (page, _), each in zip(dated, rendered, strict=True)}


def _cite(page: SitePage, site: Site, date: Day | None) -> CitedPage:
    record = page.place.record if isinstance(page, DossierPage) else None
    date_ = day(date) if date else None
    return cite_page(site, _address(page), plain_title(page), date_, record)


def feed_link(site: Site, address: str) -> Markup:
    """For the head of the page at an address: by it feed readers find the feed. Empty without."""
    if not site.has_feed:
        return Markup("")
    # The space keeps the theme's script from taking the feed for the site in another language.
    link = Markup('<link rel="alternate " type="application/atom+xml" href="{}" title="{}">')
    target = relative(f"{site.addresses.index('corrections')}{FEED}", address)
    return link.format(
        target, site.texts("corrections.feed-title", title=site.dossier.settings.title)
    )


def _address(page: SitePage) -> str:
    return page.url.removeprefix("./")


def source_path(page: SitePage | None, folder: str) -> str | None:
    """The file that a page shows, from the repository's root; None where there is no single one."""
    if isinstance(page, DossierPage):
        return f"{folder}/{page.place.source}" if page.place.source else None
    return f"docs/{page.file.src_uri}" if page and not page.file.generated_by else None
