"""The plugin `dossier-search`: Pagefind in place of the theme's search."""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
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
from mkdocs_dossier.site.indexing import FOLDER as INDEX
from mkdocs_dossier.site.indexing import Indexer
from mkdocs_dossier.site.pages import DossierPage, plain_title
from mkdocs_dossier.site.serving import Background
from mkdocs_dossier.site.siblings import find_dossier
from mkdocs_dossier.site.translations import is_written

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
        self.pages: list[PageText] = []
        return config

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, DossierPage):
            self.pages.append(describe_page(page))
        else:
            about = str(page.meta.get("description") or "")
            self.pages.append(PageText(page.url, plain_title(page), about, html))
        return html

    @event_priority(-100)  # all pages in docs/ are known by now
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Of a build, begin with the index: it is made while pages are written."""
        if self.background is None and not is_written(config):
            self.finish = self.begin(*self.list_all(config))
        return env

    @event_priority(100)  # before the plugin that writes what is kept
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if is_written(config):
            return  # the first build has indexed its pages, which are all of the dossier's
        if self.background is None:
            self.finish()
            return
        site, pages, names, indexer = self.list_all(config)
        write_names(names, self.names)  # those of before, as long as there are no others
        self.dossier.on_request.lend(f"{INDEX}/", indexer.give)
        self.background.ask(partial(self.index, site, pages, names, indexer))

    def list_all(self, config: MkDocsConfig) -> tuple[Site, list[PageText], Path, Indexer]:
        """The site and its pages, the folder of their names, and what indexes them."""
        joined = [describe_page(file.page) for file in self.dossier.joined]
        pages = sorted([*self.pages, *joined], key=lambda page: page.address)
        folder, site = Path(config.site_dir), self.dossier.site
        self.indexer = self.indexer or Indexer(folder, site.texts, keep=self.serving)
        return site, pages, folder / ASSETS / "names", self.indexer

    def begin(
        self, site: Site, pages: list[PageText], names: Path, indexer: Indexer
    ) -> Callable[[], None]:
        """Begin with an index, unless an earlier build made it of the same; gives what ends it."""
        documents, digest, self.names = describe_all(site, pages)
        kept = self.dossier.kept
        left = kept.last("search", digest) if documents else None
        end = indexer.begin(documents, site.texts.language) if documents and not left else None

        def finish() -> None:
            write_names(names, self.names)
            if left:
                indexer.write(left)
            if end:
                end()
                kept.put_last("search", digest, indexer.read())

        return finish

    def index(self, site: Site, pages: list[PageText], names: Path, indexer: Indexer) -> None:
        """In a preview, make what the search asks for when nobody waits, and if it is another."""
        self.dossier.on_request.wait_for_quiet()
        assert self.background is not None
        documents, digest, self.names = self.background.do(partial(describe_all, site, pages))
        write_names(names, self.names)
        if documents and digest != self.indexed:
            indexer.begin(documents, site.texts.language)()
            self.indexed = digest

    def warn(self, error: Exception) -> None:
        """Tell of an index that could not be made; the preview keeps the last one."""
        log.warning(self.dossier.site.texts("fault.search", reason=str(error)))


def describe_all(site: Site, pages: list[PageText]) -> tuple[dict[str, str], str, dict[str, bytes]]:
    """What is indexed, by address (nothing where nothing is written yet), a digest of it, and the
    files of names.
    """
    documents = list(list_documents(site, pages))
    language = site.texts.language
    found = {
        document.address: write_document(document, language)
        for document in documents
        if document.passages
    }
    digest = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()
    return found, digest, dict(cut_into_pieces(list_names(documents)))


def describe_page(page: DossierPage) -> PageText:
    """A page of the dossier; one of many records repeats theirs: its title is enough."""
    place = page.place
    pair = place.kind in ("dyad", "ties")
    return PageText(page.url, place.title, place.description, record=place.record, pair=pair)


def write_names(folder: Path, names: Mapping[str, bytes]) -> None:
    """Write the names of all pages, cut into small files, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in names.items():
        (folder / name).write_bytes(content)
