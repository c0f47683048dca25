"""The plugin `dossier-export`: switches its feature on."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from mkdocs_dossier.exports import is_installed
from mkdocs_dossier.exports.format import EXTRAS
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.fallback import FALLBACK
from mkdocs_dossier.site.siblings import find_dossier


class ExportConfig(Config):
    """What mkdocs.yml may say of the plugin."""

    extras = options.ListOfItems(options.Choice(tuple(EXTRAS)), default=[])
    """Extras of the package that are installed, and whose formats are to be made: books (PDF)."""


class ExportPlugin(BasePlugin[ExportConfig]):
    """Needs the plugin `dossier`, in any order."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        features = find_dossier(config, "dossier-export").features
        features.exports = True
        features.extras = tuple(self.config.extras)
        say = texts(config.theme.get("language") or FALLBACK)
        for extra in features.extras:
            if not is_installed(extra):
                raise PluginError(say("data.missing-extra", format=extra, extra=extra))
        return config
