"""How the other plugins find the one that makes the pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_dossier.site.dossier import DossierPlugin


def find_dossier(config: MkDocsConfig, name: str) -> DossierPlugin:
    """The plugin `dossier`. Raises PluginError, shown by MkDocs as one line, when it is absent."""
    for plugin in config.plugins.values():
        if isinstance(plugin, DossierPlugin):
            return plugin
    raise PluginError(f"the plugin '{name}' needs the plugin 'dossier' in mkdocs.yml")
