"""The plugin `dossier-search`: Pagefind in place of the theme's search."""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.pages.assets import FOLDER as ASSETS
from mkdocs_dossier.pages.pieces import cut_into_pieces
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import PageText, list_documents
from mkdocs_dossier.pages.search_markup import write_document
from mkdocs_dossier.pages.search_names import list_names
from mkdocs_dossier.site.indexing import Indexer
from mkdocs_dossier.site.pages import DossierPage, plain_title
from mkdocs_dossier.site.serving import Background
from mkdocs_dossier.site.siblings import find_dossier
from mkdocs_dossier.site.translations import is_written

log = get_plugin_logger("dossier-search")


class SearchConfig(Config):
    """No options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes after the build; in a preview in the background, and only what changed."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.indexed = ""  # a digest of what is indexed
        self.names: dict[str, bytes] = {}
        self.indexer: Indexer | None = None
        self.background = Background(self.warn) if self.serving else None

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
        self.pages: list[PageText] = []
        return config

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, DossierPage):
            self.pages.append(describe_page(page))
        else:
            about = str(page.meta.get("description") or "")
            self.pages.append(PageText(page.url, plain_title(page), about, html))
        return html

    @event_priority(100)  # before the plugin that writes what is kept
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if is_written(config):
            return  # the first build has indexed its pages, which are all of the dossier's
        joined = [describe_page(file.page) for file in self.dossier.joined]
        pages = sorted([*self.pages, *joined], key=lambda page: page.address)
        names, site = Path(config.site_dir) / ASSETS / "names", self.dossier.site
        self.indexer = self.indexer or Indexer(Path(config.site_dir), site.texts, keep=self.serving)
        index = partial(self.index, site, pages, names, self.indexer)
        if not self.background:
            index()
            return
        write_names(names, self.names)  # those of before, as long as there are no others
        if self.indexed:
            self.indexer.install()
        self.background.ask(index)

    def index(self, site: Site, pages: list[PageText], names: Path, indexer: Indexer) -> None:
        """Make what the search asks for, from the pages of a site."""
        if self.background:
            self.dossier.on_request.wait_for_quiet()
        documents = list(list_documents(site, pages))
        self.names = dict(cut_into_pieces(list_names(documents)))
        write_names(names, self.names)
        language = site.texts.language
        found = {
            document.address: write_document(document, language)
            for document in documents
            if document.passages
        }
        digest = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()
        if digest == self.indexed or not found:  # nothing is written yet: nothing is to be indexed
            return
        if self.background:
            indexer.make(found, language)
        else:
            self.put_index(indexer, digest, partial(indexer.make, found, language))
        self.indexed = digest

    def put_index(self, indexer: Indexer, digest: str, make: Callable[[], None]) -> None:
        """Put the index in the site: that of an earlier build, if it was made of the same."""
        made = False

        def read() -> bytes:
            nonlocal made
            make()
            made = True
            return indexer.read()

        written = self.dossier.kept.recall("search", digest, read)
        if not made:
            indexer.write(written)

    def warn(self, error: Exception) -> None:
        """Tell of an index that could not be made; the preview keeps the last one."""
        log.warning(self.dossier.site.texts("fault.search", reason=str(error)))


def describe_page(page: DossierPage) -> PageText:
    """A page of the dossier; one of several records repeats theirs: its title is enough."""
    place = page.place
    pair = place.kind == "dyad"
    return PageText(page.url, place.title, place.description, record=place.record, pair=pair)


def write_names(folder: Path, names: Mapping[str, bytes]) -> None:
    """Write the names of all pages, cut into small files, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in names.items():
        (folder / name).write_bytes(content)
