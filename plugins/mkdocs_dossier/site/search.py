"""The plugin `dossier-search`: Pagefind in place of the theme's search."""

import hashlib
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.pages.search import documents, write_document
from mkdocs_dossier.site.indexing import Background, Indexer
from mkdocs_dossier.site.pages import DossierPage, plain_title
from mkdocs_dossier.site.siblings import find_dossier

log = get_plugin_logger("dossier-search")


class SearchConfig(Config):
    """No options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes after the build; in a preview in the background, and only what changed."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.asked = self.indexed = ""  # digests of what is or will be indexed
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
        self.pages: list[tuple[str, str, str, str | None]] = []
        return config

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        made = page.made if isinstance(page, DossierPage) else None
        if made is None or made.record or made.kind == "dyad":  # an index repeats other pages
            record = made.record if made else None
            self.pages.append((page.url, plain_title(page), html, record))
        return html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        language = self.dossier.press.texts.language
        found = {
            document.address: write_document(document, language)
            for document in documents(self.dossier.press, sorted(self.pages))
        }
        digest = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()
        indexer = self.indexer = self.indexer or Indexer(Path(config.site_dir))
        if self.indexed:
            indexer.install()
        if digest == self.asked:
            return
        self.asked = digest

        def make() -> None:
            indexer.make(found, language)
            self.indexed = digest

        if self.background:
            self.background.ask(make)
        else:
            make()

    def warn(self, error: Exception) -> None:
        """Tell of an index that could not be made; the preview keeps the last one."""
        self.asked = ""
        log.warning(self.dossier.press.texts("fault.search", reason=str(error)))
