"""Finished pages and assets as MkDocs wants them."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import write_file

from mkdocs_dossier.pages.assets import Asset
from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.pages.plan import Planned
from mkdocs_dossier.site.folders import write
from mkdocs_dossier.site.policy import secure

TOP = "__content"
"""Where the content starts (theme/partials/crumbs.html); the link past the header leads there."""

IN_NAV = ("home", "index", "relations", "chronology", "tags", "data", "corrections", "coverage")
"""The kinds of page that a navigation may hold: an entry is paid for on every page of the site."""


class DossierPage(SitePage):
    """A page whose content is finished HTML: there is no Markdown to read or to render.

    MkDocs and its themes take titles and descriptions for HTML, so they are escaped here.
    """

    key = b""
    """Stands for what the page shows, where that is known before it is asked for."""

    def __init__(
        self, place: Page | Planned, make: Callable[[], Page], file: File, config: MkDocsConfig
    ) -> None:
        """A page that stands at a place; `make` gives what it shows, when that is asked for."""
        super().__init__(escape(place.title), file, config)
        self.place = place
        self._make = make

    def _set_canonical_url(self, base: str | None) -> None:
        """As MkDocs does, in a tenth of the time: there are thousands, in each preview."""
        if not base or not self.url or self.url.startswith("."):
            super()._set_canonical_url(base)
        else:
            root, path = _find_root(base)
            self.canonical_url, self.abs_url = f"{root}{self.url}", f"{path}{self.url}"

    @cached_property
    def made(self) -> Page:
        """The page itself."""
        return self._make()

    def forget(self) -> None:
        """Let go of what the page shows: it is written."""
        self.content = None
        vars(self).pop("made", None)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {
            "title": escape(self.made.title),
            "description": escape(self.made.description),
            "hide": list(self._list_hidden(config)),
            "kind": self.made.kind,
        }

    def _list_hidden(self, config: MkDocsConfig) -> Iterator[str]:
        """The columns beside the page that say nothing: tabs, if there are any, lead everywhere."""
        if "navigation.tabs" in (config.theme.get("features") or ()):
            yield "navigation"
        if not self.made.headings:
            yield "toc"

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.made.html
        title = AnchorLink(escape(self.made.title), TOP, 1)
        title.children = [_anchor(heading) for heading in self.made.headings]
        self.toc = TableOfContents([title])


@cache
def _find_root(base: str) -> tuple[str, str]:
    """The address of a site that all its pages' begin with, and the path of it."""
    root = urljoin(base if base.endswith("/") else f"{base}/", "x")[:-1]
    return root, urlsplit(root).path


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def plain_title(page: SitePage) -> str:
    """What a page is called, as text."""
    if isinstance(page, DossierPage):
        return page.place.title
    return Markup(page.title or "").striptags()


def escape_titles(page: SitePage) -> None:
    """Let the titles that a hand-written page gives itself and its sections be text, escaped.

    One that mkdocs.yml gives in its `nav` is the curator's, and stays as written.
    """
    if "title" not in vars(page):
        page.title = escape(plain_title(page))
    links = list(page.toc)
    while links:
        link = links.pop()
        link.title = escape(Markup(link.title).striptags())
        links += link.children


class JoinedFile(File):
    """A page that MkDocs only has to write: links find it, and no template is rendered for it."""

    page: DossierPage
    finish: Callable[[DossierPage], str]
    describe: Callable[[DossierPage], str]
    """A digest of all that the finished page is made from; empty where that is not known."""

    def is_documentation_page(self) -> bool:
        """No: those go through the theme one by one."""
        return False

    def read(self) -> bytes:
        """The finished page."""
        return self.finish(self.page).encode(errors="xmlcharrefreplace")

    def copy_file(self, dirty: bool = False) -> None:
        """Write the finished page."""
        write_file(self.read(), self.abs_dest_path)


class KnownFile(File):
    """A page that stands in the site already: links find it."""

    def is_documentation_page(self) -> bool:
        """No: it is not made again."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing."""


class LaterFile(File):
    """A file whose parts are made when it is written; None: there is none any more."""

    make: Callable[[], Iterable[bytes] | None]
    size: int
    """Of all parts, as it was when they were planned."""

    @property
    def content_bytes(self) -> bytes:
        """What it holds: other plugins may ask for it, and change it."""
        return b"".join(self.make() or ())

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.make, self.size = lambda: [value], len(value)

    def copy_file(self, dirty: bool = False) -> None:
        """Make it, and write it."""
        parts = self.make()
        if parts is not None:
            write(parts, Path(self.abs_dest_path))


class HandedFiles(Files):
    """The files of a site that MkDocs does not copy: they are handed to what takes them instead."""

    def __init__(self, files: Iterable[File], take: Callable[[list[File]], None]) -> None:
        super().__init__(list(files))
        self._take = take

    def copy_static_files(
        self,
        dirty: bool = False,
        *,
        inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
    ) -> None:
        """Hand over all but the pages that MkDocs renders."""
        self._take(
            [
                each
                for each in self
                if not each.is_documentation_page() and inclusion(each.inclusion)
            ]
        )


def page_file(
    page: Page | Planned,
    make: Callable[[], Page],
    config: MkDocsConfig,
    kind: type[File] = File,
) -> File:
    """The page as a generated file: `acteurs/wang-huning.md`; an index is `acteurs/index.md`.

    `make` gives what it shows.
    """
    name = "index" if not page.address or page.record is None else page.address.rstrip("/")
    if name == "index" and page.address:
        name = f"{page.address}index"
    in_nav = page.kind in IN_NAV
    level = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
    file = kind.generated(config, f"{name}.md", content="", inclusion=level)
    # the same address whatever `use_directory_urls` says: one once published never dies
    file.use_directory_urls, file.dest_uri = True, f"{page.address}index.html"
    file.page = DossierPage(page, make, file, config)
    return file


def read_file(file: File) -> bytes:
    """The content of a file of the site."""
    return file.read() if isinstance(file, JoinedFile) else file.content_bytes


def later_file(
    address: str, make: Callable[[], Iterable[bytes] | None], size: int, config: MkDocsConfig
) -> File:
    """A file at an address of the site, its parts made when it is written."""
    file = LaterFile.generated(config, f"{address}.txt", content=b"")
    assert isinstance(file, LaterFile)
    file.dest_uri, file.make, file.size = address, make, size
    return file


def asset_file(asset: Asset, config: MkDocsConfig) -> File:
    """An asset as a generated file."""
    if asset.file is not None:
        return File.generated(config, asset.address, abs_src_path=str(asset.file))
    if asset.make is not None:
        return later_file(asset.address, asset.make, asset.size, config)
    content = asset.content or b""
    if asset.address.endswith(".md"):  # a file for readers, not a page to be rendered
        file = File.generated(config, f"{asset.address}.txt", content=content)
        file.dest_uri = asset.address
        return file
    if asset.address.endswith(".html") and not asset.closed:
        content = secure(content.decode()).encode()
    return File.generated(config, asset.address, content=content)
