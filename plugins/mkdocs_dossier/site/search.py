"""The plugin `dossier-search`: Pagefind in place of the theme's search."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.pages.assets import FOLDER as ASSETS
from mkdocs_dossier.pages.page import Page as Made
from mkdocs_dossier.pages.pieces import cut_into_pieces
from mkdocs_dossier.pages.plan import Planned
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
Name = tuple[str, list[Any]]
"""As `list_names` gives them."""


class SearchConfig(Config):
    """No options."""


@dataclass
class Written:
    """The documents that an indexer was given, of these addresses: a digest of each, by which names
    it is found. One without passages has a name alone.
    """

    addresses: set[str] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)

    def drop(self, addresses: set[str]) -> None:
        """Forget some."""
        self.addresses -= addresses
        self.digests = {each: self.digests[each] for each in self.digests.keys() - addresses}
        self.names = [name for name in self.names if _address_of(name) not in addresses]

    def take(self, other: "Written") -> None:
        """Add those of another."""
        self.addresses |= other.addresses
        self.digests |= other.digests
        self.names += other.names

    @property
    def digest(self) -> str:
        """Stands for all that is indexed; empty where nothing is."""
        found = repr(sorted(self.digests.items()))
        return hashlib.sha256(found.encode()).hexdigest() if self.digests else ""

    def cut_names(self) -> dict[str, bytes]:
        """The files of names."""
        return dict(cut_into_pieces(sorted(self.names, key=_address_of)))


def _address_of(name: Name) -> str:
    return str(name[1][1])


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

    def write_ahead(self, site: Site, planned: Sequence[Planned]) -> Written:
        """Give the indexer what can be given before pages are made; in whatever process."""
        assert self.indexer is not None
        self.indexer.clear()
        pages = [describe_place(each, quote(each.address)) for each in planned]
        return write_all(site, pages, self.indexer)

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
        gone = written.addresses - {page.address for page in pages}
        if gone:  # docs/ has pages there
            written.drop(gone)
            for address in gone:
                indexer.remove(address)
        new = [page for page in pages if page.address not in written.addresses]
        written.take(write_all(site, [*self.own, *new], indexer))
        digest, names = written.digest, written.cut_names()
        left = kept.last("search", digest) if digest else None
        end = indexer.begin(site.texts.language) if digest and not left else None

        def finish() -> None:
            write_names(self.folder, names)
            if left:
                indexer.write(left)
            if end:
                end()
                kept.put_last("search", digest, indexer.read())

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
            indexer.begin(site.texts.language)()
            self.indexed = digest

    def warn(self, error: Exception) -> None:
        """Tell of an index that could not be made; the preview keeps the last one."""
        log.warning(self.dossier.site.texts("fault.search", reason=str(error)))


def write_all(site: Site, pages: Iterable[PageText], indexer: Indexer) -> Written:
    """Give an indexer the documents of pages."""
    written = Written()
    documents = list(list_documents(site, pages))
    for document in documents:
        if document.passages:
            text = write_document(document, site.texts.language)
            written.digests[document.address] = hashlib.sha256(text.encode()).hexdigest()
            indexer.add(document.address, text)
    written.addresses = {document.address for document in documents}
    written.names = list(list_names(documents))
    return written


def describe_place(place: Made | Planned, address: str) -> PageText:
    """A page of the dossier; one of many records repeats theirs: its title is enough."""
    pair = place.kind in ("dyad", "ties")
    return PageText(address, place.title, place.description, record=place.record, pair=pair)


def write_names(folder: Path, names: Mapping[str, bytes]) -> None:
    """Write the names of all pages, cut into small files, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in names.items():
        (folder / name).write_bytes(content)
