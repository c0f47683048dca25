"""The plugin `dossier-search`: Pagefind in place of the theme's search."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.pages.search import documents, write_document
from mkdocs_dossier.pages.search_index import settle_index
from mkdocs_dossier.site.pages import DossierPage
from mkdocs_dossier.site.siblings import find_dossier

log = get_plugin_logger("dossier-search")
FOLDER = "pagefind"


class SearchConfig(Config):
    """No options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Indexes after the build; in a preview in the background, and only what changed."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.indexed = ""
        self.index = Path(tempfile.mkdtemp(prefix="dossier-search-"))
        self.lock = threading.Lock()

    def on_shutdown(self) -> None:
        shutil.rmtree(self.index, ignore_errors=True)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.dossier = find_dossier(config, "dossier-search")
        self.dossier.features.search = True
        self.pages: list[tuple[str, str, str, str | None]] = []
        return config

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        made = page.made if isinstance(page, DossierPage) else None
        if made is None or made.record or made.kind == "dyad":  # an index repeats other pages
            record = made.record if made else None
            self.pages.append((page.url, str(page.title or ""), html, record))
        return html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        language = self.dossier.press.texts.language
        found = {
            document.address: write_document(document, language)
            for document in documents(self.dossier.press, sorted(self.pages))
        }
        target = Path(config.site_dir) / FOLDER
        digest = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()
        if self.indexed:
            shutil.copytree(self.index / FOLDER, target, dirs_exist_ok=True)
        if digest == self.indexed:
            return
        if self.serving:
            job = (found, language, target, digest)
            threading.Thread(target=self.make_index, args=job, daemon=True).start()
        else:
            self.make_index(found, language, target, digest)

    def make_index(self, found: dict[str, str], language: str, target: Path, digest: str) -> None:
        """Write the documents to a folder of their own, index it, and put the index in the site."""
        with self.lock, tempfile.TemporaryDirectory() as temporary:
            for address, text in found.items():
                file = Path(temporary) / address / "index.html"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            shutil.rmtree(self.index / FOLDER, ignore_errors=True)
            run_indexer(Path(temporary), self.index / FOLDER, language)
            self.indexed = digest
            if target.parent.is_dir():
                shutil.copytree(self.index / FOLDER, target, dirs_exist_ok=True)


def run_indexer(documents: Path, output: Path, language: str) -> None:
    """Index a folder of HTML. Raises PluginError with what the indexer said when it fails."""
    command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", language]
    done = subprocess.run(
        [*command, "--site", str(documents), "--output-path", str(output)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise PluginError(f"the search index could not be made: {done.stderr or done.stdout}")
    settle_index(output)
