"""The navigation of a site whose mkdocs.yml gives none."""

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import nest_paths

from mkdocs_dossier.site.pages import DossierPage

_FIRST = ("home", "index", "relations", "chronology")
_LAST = ("tags", "data", "corrections", "coverage")


def order_navigation(made: Iterable[File], files: Files, config: MkDocsConfig) -> list[Any]:
    """The paths as MkDocs takes a `nav`: home, the indexes in the order in which they were made,
    relations, chronology; then what was written by hand; then what the dossier says of itself.
    """
    set_exclusions(files, config)
    listed = [(_kind(file.page), file.src_uri) for file in made if file.inclusion.is_in_nav()]
    first = [path for kind in _FIRST for each, path in listed if each == kind]
    last = [path for kind in _LAST for each, path in listed if each == kind]
    ours = {path for _, path in listed}
    written = sorted(
        file.src_uri
        for file in files.documentation_pages()
        if file.inclusion.is_in_nav() and file.src_uri not in ours
    )
    home = [path for path in written if path in ("index.md", "README.md")]
    others = nest_paths(path for path in written if path not in home)
    return [*home, *first, *others, *last]


def drop_from_navigation(nav: Any, address: str) -> Any:
    """A `nav` as mkdocs.yml gives it, without the page at an address: nothing has made it."""
    if isinstance(nav, list):
        kept = (drop_from_navigation(each, address) for each in nav)
        return [each for each in kept if each not in (None, {})]
    if isinstance(nav, dict):
        found = {name: drop_from_navigation(each, address) for name, each in nav.items()}
        return {name: each for name, each in found.items() if each is not None}
    return None if nav == f"{address}index.md" else nav


def _kind(page: SitePage | None) -> str:
    return page.place.kind if isinstance(page, DossierPage) else ""
