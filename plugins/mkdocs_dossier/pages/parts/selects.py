"""The values of filters."""

from collections.abc import Iterable

from mkdocs_dossier.pages.scope import Site


def name_options(site: Site, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each id once with its name, in order of name."""
    pairs = ((id, site.dossier.name_of(id)) for id in set(ids))
    return tuple(sorted(pairs, key=lambda pair: (site.order(pair[1]), pair[0])))
