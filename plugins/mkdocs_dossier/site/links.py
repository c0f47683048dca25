"""The plugin `dossier-links`: links names in running text, on hand-written pages too."""

import posixpath
from typing import cast

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_dossier.names.frequency import Frequency
from mkdocs_dossier.names.weaving import MentionLinks, weave
from mkdocs_dossier.pages.hand_written import find_names
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.explicit_links import ExplicitLinks
from mkdocs_dossier.site.pages import DossierPage
from mkdocs_dossier.site.siblings import find_dossier
from mkdocs_dossier.source.page_settings import read_page


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

    @event_priority(100)  # on the text as it was written
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        if isinstance(page, DossierPage):
            return markdown
        site = self.dossier.site
        settings = read_page(page.file.content_string).fields.mentions
        self.names.mentions = find_names(site, markdown, settings)
        self.names.resolve = lambda id: link_source(site, id, page.file.src_uri)
        self.links.resolve = lambda target: resolve_written(site, target, page.file.src_uri)
        return weave(markdown, self.names.mentions)


def link_source(site: Site, target: str, page: str) -> str | None:
    """A record, article or statement as a link between source files, which MkDocs checks."""
    path, hash_, anchor = (site.addresses.of(target) or "").partition("#")
    if not path:
        return None
    return posixpath.relpath(f"{path.rstrip('/')}.md", posixpath.dirname(page)) + hash_ + anchor


def resolve_written(site: Site, target: str, page: str) -> tuple[str, str] | None:
    """The link and the name of what `[[target]]` means; None where there is no such thing."""
    id, _, anchor = target.partition("#")
    address, found = link_source(site, target, page), site.dossier.get(id)
    if address is None or found is None or (anchor and not site.dossier.statement(id, anchor)):
        return None
    return address, found.title_text
