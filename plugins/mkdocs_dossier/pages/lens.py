"""The file that names origins for readers who take back their trust in some.

Elements of a page carry the origins of their facts in `data-origins`, as tokens: the id of an
actor, with `!` after that of a state medium; `~` and a slug for a name without a record; `?` where
the sources do not say the origin, `-` where nothing is written.
"""

import json
from collections.abc import Iterator

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Event, Record
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.pages.assets import FOLDER, Asset
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.trust.origins import Origins, find_origins, find_record_origins, origin_of
from mkdocs_dossier.trust.support import Trust, weigh

UNKNOWN, NOTHING = "?", "-"
ADDRESS = f"{FOLDER}/origins.mjs"


def write_tokens(trust: Trust) -> str:
    """The origins of a fact, as an element carries them."""
    if len(trust.origins):
        return _write(trust.origins)
    return UNKNOWN if trust.sourced and not trust.basis else NOTHING


def tokens_of(site: Site, record: Event | Article) -> str:
    """The origins of an event, or of an article in a list."""
    if isinstance(record, Event):
        return write_tokens(weigh(record, site.dossier))
    outlet = origin_of(record, site.dossier)
    if outlet is None:
        return UNKNOWN
    return f"{outlet}!" if site.dossier.actors[outlet].control == "state" else outlet


def _write(origins: Origins) -> str:
    actors = (f"{id}!" if id in origins.state_media else id for id in sorted(origins.actors))
    return " ".join([*actors, *sorted(f"~{slugify(name)}" for name in origins.names)])


def lens_file(site: Site) -> Iterator[Asset]:
    """The names of all origins by their tokens, and the words of the lens, as a module."""
    names: dict[str, str] = {}
    for origins in _list_origins(site):
        names |= {id: site.dossier.name_of(id) for id in origins.actors}
        names |= {f"~{slugify(name)}": name for name in origins.names}
    for article in site.dossier.articles.values():
        if outlet := origin_of(article, site.dossier):
            names[outlet] = site.dossier.name_of(outlet)
    words = json.dumps(site.texts.under("lens"), sort_keys=True)
    text = (
        f"export const names = {json.dumps(names, sort_keys=True)}\nexport const words = {words}\n"
    )
    yield Asset(ADDRESS, text.encode())


def _list_origins(site: Site) -> Iterator[Origins]:
    for holder in site.dossier.everything():
        if isinstance(holder, Record):
            yield find_record_origins(holder, site.dossier)
        for _, value in holder.walk():
            if isinstance(value, Sourced) and value.sources:
                yield find_origins(value, site.dossier)
