"""The plugin `dossier-links`: switches its feature on."""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from mkdocs_dossier.site.siblings import find_dossier


class LinksConfig(Config):
    """No options."""


class LinksPlugin(BasePlugin[LinksConfig]):
    """Needs the plugin `dossier`, in any order."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        find_dossier(config, "dossier-links").features.links = True
        return config
