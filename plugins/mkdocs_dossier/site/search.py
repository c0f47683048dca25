"""The plugin `dossier-search`: Pagefind in place of the theme's search."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.pages.assets import FOLDER as ASSETS
from mkdocs_dossier.pages.page import Page as Made
from mkdocs_dossier.pages.plan import Planned
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import PageText
from mkdocs_dossier.site.documents import Written, keep_documents, write_all
from mkdocs_dossier.site.indexing import FOLDER as INDEX
from mkdocs_dossier.site.indexing import Indexer, pack_index, unpack_index
from mkdocs_dossier.site.pages import DossierPage, plain_title
from mkdocs_dossier.site.serving import Background
from mkdocs_dossier.site.siblings import find_dossier
from mkdocs_dossier.site.translations import is_written
from mkdocs_dossier.source.answers import Answers

log = get_plugin_logger("dossier-search")


class SearchConfig(Config):
    """No options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes while pages are written; in a preview in the background, and only what changed."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.indexed = ""  # a digest of what is indexed
        self.names: dict[str, bytes] = {}
        self.indexer: Indexer | None = None
        self.background = Background(self.warn) if self.serving else None

    @event_priority(100)  # before the folder is let go of
    def on_shutdown(self) -> None:
        if self.background:
            self.background.close()
        if self.indexer:
            self.indexer.close()
        if self.background and self.indexer:
            self.background.join()
            self.indexer.close()  # what the thread has written meanwhile

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.dossier = find_dossier(config, "dossier-search")
        self.dossier.features.search = True
        if self.background:
            self.background.drop()
        site, say = Path(config.site_dir), self.dossier.texts
        self.folder = site / ASSETS / "names"
        self.indexer = self.indexer or Indexer(site, say, keep=self.serving)
        self.dossier.ahead = None if self.serving or is_written(config) else self.write_ahead
        self.own: list[PageText] = []
        self.through: list[PageText] = []
        return config

    def write_ahead(self, site: Site, answers: Answers, planned: Sequence[Planned]) -> Written:
        """Give the indexer what can be given before pages are made; in whatever process."""
        assert self.indexer is not None
        self.indexer.clear()
        pages = [describe_place(each, quote(each.address)) for each in planned]
        with keep_documents(site, pages, self.dossier.kept, answers) as pieces:
            return write_all(site, pages, self.indexer, pieces)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, DossierPage):
            self.through.append(describe_place(page.place, page.url))
        else:
            about = str(page.meta.get("description") or "")
            self.own.append(PageText(page.url, plain_title(page), about, html))
        return html

    @event_priority(-100)  # all pages in docs/ are known by now
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Of a build, begin with the index: it is made while pages are written."""
        if self.background is None and not is_written(config):
            self.finish = self.begin()
        return env

    @event_priority(100)  # before the plugin that writes what is kept
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if is_written(config):
            return  # the first build has indexed its pages, which are all of the dossier's
        if self.background is None:
            self.finish()
            return
        assert self.indexer is not None
        write_names(self.folder, self.names)  # those of before, as long as there are no others
        self.dossier.on_request.lend(f"{INDEX}/", self.indexer.give)
        pages = [*self.own, *self.list_dossier()]
        self.background.ask(partial(self.index, self.dossier.site, pages, self.indexer))

    def list_dossier(self) -> list[PageText]:
        """The pages that the dossier gives."""
        joined = (file.page for file in self.dossier.joined)
        return [*self.through, *(describe_place(page.place, page.url) for page in joined)]

    def begin(self) -> Callable[[], None]:
        """Begin with an index, unless an earlier build made it of the same; gives what ends it."""
        assert self.indexer is not None
        site, kept, indexer = self.dossier.site, self.dossier.kept, self.indexer
        written: Written = self.dossier.done_ahead
        pages = self.list_dossier()
        written.drop(written.addresses - {page.address for page in pages})
        new = [page for page in pages if page.address not in written.addresses]
        written.take(write_all(site, [*self.own, *new], indexer))
        digest, names = written.digest, written.cut_names()
        left = kept.last("search", digest) if digest else None
        kept.close()  # a database is nothing to share with another process
        make = None
        if digest and not left:
            make = indexer.begin(site.texts.language, written.digests.keys())

        def finish() -> None:
            write_names(self.folder, names)
            index = make() if make else unpack_index(left or b"{}")
            indexer.put(index)
            if make:
                kept.put_last("search", digest, pack_index(index))

        return finish

    def index(self, site: Site, pages: list[PageText], indexer: Indexer) -> None:
        """In a preview, make what the search asks for when nobody waits, and if it is another."""
        self.dossier.on_request.wait_for_quiet()
        assert self.background is not None
        indexer.clear()
        written = self.background.do(partial(write_all, site, pages, indexer))
        self.names = written.cut_names()
        write_names(self.folder, self.names)
        digest = written.digest
        if digest not in ("", self.indexed):
            indexer.put(indexer.begin(site.texts.language, written.digests.keys())())
            self.indexed = digest

    def warn(self, error: Exception) -> None:
        """Tell of an index that could not be made; the preview keeps the last one."""
        log.warning(self.dossier.site.texts("fault.search", reason=str(error)))


def describe_place(place: Made | Planned, address: str) -> PageText:
    """A page of the dossier; one of many records repeats theirs: its title is enough."""
    pair = place.kind in ("dyad", "ties")
    return PageText(address, place.title, place.description, record=place.record, pair=pair)


def write_names(folder: Path, names: Mapping[str, bytes]) -> None:
    """Write the names of all pages, cut into small files, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in names.items():
        (folder / name).write_bytes(content)
