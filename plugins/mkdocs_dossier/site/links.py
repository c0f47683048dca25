"""The plugin `dossier-links`: links names in running text, on hand-written pages too."""

import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.links.frequency import Frequency
from mkdocs_dossier.links.weaving import MentionLinks, weave
from mkdocs_dossier.pages.explicit_links import ExplicitLinks
from mkdocs_dossier.pages.hand_written import find_broken, find_names, read_settings
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.rules.report import format_line
from mkdocs_dossier.site.pages import DossierPage
from mkdocs_dossier.site.siblings import find_dossier
from mkdocs_dossier.source.load import to_problem
from mkdocs_dossier.source.tree import Fault

log = get_plugin_logger("dossier-links")


class LinksConfig(Config):
    """What mkdocs.yml may say of the plugin."""

    frequency = options.Choice(("first", "page", "all"), default="first")
    """How often a name is linked: first in each section, first on the page, or always."""


class LinksPlugin(BasePlugin[LinksConfig]):
    """Needs the plugin `dossier`, in any order."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.dossier = find_dossier(config, "dossier-links")
        self.dossier.features.links = True
        self.dossier.features.frequency = cast(Frequency, self.config.frequency)
        self.names, self.links = MentionLinks(), ExplicitLinks()
        config.markdown_extensions += [self.names, self.links]  # type: ignore[list-item]
        return config

    @event_priority(100)  # on the text as it was written: its positions are reported
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        if isinstance(page, DossierPage):
            return markdown
        press = self.dossier.press
        settings, faults = read_settings(press, page.file.content_string)
        self.warn(faults, page, config)
        self.text = markdown
        self.names.mentions = find_names(press, markdown, settings)
        self.names.resolve = lambda id: link_source(press, id, page.file.src_uri)
        self.links.resolve = lambda target: resolve_written(press, target, page.file.src_uri)
        self.links.broken = []
        return weave(markdown, self.names.mentions)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if not isinstance(page, DossierPage):
            above = page.file.content_string.count("\n") - self.text.count("\n")
            broken = find_broken(self.dossier.press, self.text, self.links.broken, above)
            self.warn(broken, page, config)
        return html

    def warn(self, faults: Iterable[Fault], page: Page, config: MkDocsConfig) -> None:
        """Tell what is wrong on a page; with --strict, each of these ends the build."""
        folder = Path(posixpath.relpath(config.docs_dir, self.dossier.root.as_posix()))
        for fault in sorted(faults, key=lambda each: each.position):
            problem = to_problem(fault, page.file.src_uri, self.dossier.texts)
            log.warning(format_line(problem, folder))


def link_source(press: Press, target: str, page: str) -> str | None:
    """A record, article or statement as a link between source files, which MkDocs checks."""
    path, hash_, anchor = (press.addresses.of(target) or "").partition("#")
    if not path:
        return None
    return posixpath.relpath(f"{path.rstrip('/')}.md", posixpath.dirname(page)) + hash_ + anchor


def resolve_written(press: Press, target: str, page: str) -> tuple[str, str] | None:
    """The link and the name of what `[[target]]` means; None where there is no such thing."""
    id, _, anchor = target.partition("#")
    address, found = link_source(press, target, page), press.dossier.get(id)
    if address is None or found is None or (anchor and not press.dossier.statement(id, anchor)):
        return None
    return address, found.title_text
