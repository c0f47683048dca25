"""The plugin `dossier-search`: switches its feature on."""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from mkdocs_dossier.site.siblings import find_dossier


class SearchConfig(Config):
    """No options."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Needs the plugin `dossier`, in any order."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        find_dossier(config, "dossier-search").features.search = True
        return config
