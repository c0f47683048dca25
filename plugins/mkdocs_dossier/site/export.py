"""The plugin `dossier-export`: switches its feature on."""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from mkdocs_dossier.site.siblings import find_dossier


class ExportConfig(Config):
    """No options."""


class ExportPlugin(BasePlugin[ExportConfig]):
    """Needs the plugin `dossier`, in any order."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        find_dossier(config, "dossier-export").features.exports = True
        return config
