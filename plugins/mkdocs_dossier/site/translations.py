"""The plugin `i18n` (mkdocs-static-i18n), which builds docs/ once for each language into one site.

The pages of a dossier are in its own language: they are written by the first of these builds, and
known to links in the others. They are added after that plugin, which drops pages that stand in no
file.
"""

from mkdocs.config.defaults import MkDocsConfig


def is_translated(config: MkDocsConfig) -> bool:
    """Whether that plugin builds the site."""
    return "i18n" in config.plugins


def is_written(config: MkDocsConfig) -> bool:
    """Whether this build is one of the others: the pages of the dossier stand in the site."""
    return not getattr(config.plugins.get("i18n"), "is_default_language_build", True)
