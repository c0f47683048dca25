"""The plugin `i18n` (mkdocs-static-i18n), which builds docs/ once for each language into one site.

The pages of a dossier are in its own language: they are written by the first of these builds, and
known to links in the others. They are added after that plugin, which drops pages that stand in no
file.
"""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def is_translated(config: MkDocsConfig) -> bool:
    """Whether that plugin builds the site."""
    return "i18n" in config.plugins


def is_written(config: MkDocsConfig) -> bool:
    """Whether this build is one of the others: the pages of the dossier stand in the site."""
    return not getattr(config.plugins.get("i18n"), "is_default_language_build", True)


def introduce(files: Iterable[File], config: MkDocsConfig) -> None:
    """Tell other plugins of pages that were added after they looked for some.

    `i18n` lists the pages of each language for its sitemap, which asks each for its `alternates`,
    the same page in others. `redirects` leads to pages that it knows.
    """
    if not is_translated(config):
        return
    made, i18n = list(files), config.plugins["i18n"]
    for file in made:
        vars(file).setdefault("alternates", {})
    if not is_written(config):
        listed = getattr(i18n, "i18n_files_per_language", {})
        listed.get(getattr(i18n, "current_language", None), []).extend(made)
    known = getattr(config.plugins.get("redirects"), "doc_pages", {})
    known.update((file.src_uri, file) for file in made)
