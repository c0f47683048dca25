"""`mkdocs build` where nothing has changed: the site of the last build stays as it is.

What the site is made from is read again, byte by byte, and each file of the site must be the one
that the last build left there. MkDocs builds again wherever this package cannot know all: with a
hook, another plugin, templates of the curator's own, pages that may read other files.
"""

import hashlib
import logging
from importlib.resources import files
from pathlib import Path

import click
import orjson
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import EVENTS, get_plugin_logger

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.render.kept import Kept, read_recipe
from mkdocs_dossier.site.frames import is_ours, is_plain
from mkdocs_dossier.site.indexing import SCRATCH
from mkdocs_dossier.site.joining import describe_config
from mkdocs_dossier.site.serving import take_stock
from mkdocs_dossier.source.history import History
from mkdocs_dossier.source.revisions import NoRevision, find_revision
from mkdocs_dossier.source.stamp import stamp_folders

log = get_plugin_logger("dossier")

_NAME = "site"
_ASSETS = Path(str(files("mkdocs_dossier.pages"))) / "assets"
"""What readers' browsers are given, of which no page is rendered."""
_MKDOCS = logging.getLogger("mkdocs")
_OWN_WORDS = "mkdocs.commands"
"""The logger of what MkDocs says of a build as such: it is true of that build only."""


class LastBuild(logging.Handler):
    """Knows whether a build would change anything, and what the last one said.

    `listen` comes before anything is said, `is_current` before anything is made, `keep` after all.
    """

    def __init__(self, kept: Kept, say: Texts) -> None:
        super().__init__(logging.INFO)
        self._kept, self._say = kept, say
        self._made_from = ""
        self._said: list[tuple[str, str]] = []
        self._warned = False

    def listen(self) -> None:
        """Hear all that the build says from now on."""
        _MKDOCS.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note what was said. Warnings are for the next build to find, and to count, again."""
        self._warned |= record.levelno >= logging.WARNING
        if not record.name.startswith(_OWN_WORDS):
            self._said.append((record.name, record.getMessage()))

    def is_current(
        self, config: MkDocsConfig, dossier: Path, features: Features, history: History
    ) -> bool:
        """Whether the site is what a build would make; then says again what that build said."""
        self._made_from = _describe(config, dossier, features, history) if _is_asked() else ""
        left = self._kept.last(_NAME, self._made_from) if self._made_from else None
        if left is None:
            return False
        stock, said = orjson.loads(left)
        if stock != _take_stock(Path(config.site_dir)):
            return False
        for name, message in said[len(self._said) :]:
            logging.getLogger(name).info(message)
        return True

    def end_if_current(
        self, config: MkDocsConfig, dossier: Path, features: Features, history: History
    ) -> None:
        """End the command where `is_current`: MkDocs knows no other end of a build that is well."""
        if self.is_current(config, dossier, features, history):
            log.info(self._say("site.unchanged"))
            raise SystemExit(0)

    def keep(self, site: Path) -> None:
        """Leave word of this build to the next one."""
        if self._made_from and not self._warned:
            left = orjson.dumps((_take_stock(site), self._said))
            self._kept.put_last(_NAME, self._made_from, left)

    def close(self) -> None:
        """Hear nothing more."""
        _MKDOCS.removeHandler(self)
        super().close()


def _is_asked() -> bool:
    """Whether the command `mkdocs build` runs, which ends with the build: others go on with it."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "build"


def _describe(config: MkDocsConfig, dossier: Path, features: Features, history: History) -> str:
    """A digest of all that the site is made from; empty where that cannot be told."""
    settings = describe_config(config)
    listening = (method for event in EVENTS for method in config.plugins.events[event])
    if config.hooks or not (settings and is_plain(config) and all(map(is_ours, listening))):
        return ""
    written = [each for each in config.markdown_extensions if isinstance(each, str)]
    options = [(name, dict(each.config)) for name, each in config.plugins.items()]
    made_from = repr(
        (
            read_recipe(),
            settings,
            (config.docs_dir, config.site_dir, written, config.mdx_configs, config.validation),
            options,
            (features, history, _find_commit(dossier)),
            stamp_folders(dossier, Path(config.docs_dir), _ASSETS),
        )
    )
    return "" if " at 0x" in made_from else hashlib.sha256(made_from.encode()).hexdigest()


def _find_commit(dossier: Path) -> str:
    """The current commit: what pages tell of earlier versions follows from it."""
    try:
        return find_revision(dossier, "HEAD")
    except NoRevision:
        return ""


def _take_stock(site: Path) -> str:
    """A digest of the name, times and size of each file of the site. About 15 µs a file."""
    scratch = f"{site / SCRATCH}"  # of an indexer, which a build leaves as it ends
    stock = sorted(each for each in take_stock(site) if not each[0].startswith(scratch))
    return hashlib.sha256(repr(stock).encode()).hexdigest()
