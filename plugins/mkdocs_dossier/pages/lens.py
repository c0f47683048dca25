"""What pages say of origins to the script of the lens, and the file that names them.

The origins of a fact are written as tokens: the id of an actor, or `~` and a slug
for a name without a record, with `!` after it for a state medium and `?` where it vouches for
nothing but what somebody unnamed said; `-` where there is no origin. Facts carry them as
`data-origins`, what repeats a fact as `data-shade`; `data-tally` counts facts by their tokens.
"""

import json
from collections.abc import Iterator

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Identified, Record
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.pages.assets import FOLDER, Asset
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.trust.origins import (
    Origins,
    find_field_origins,
    find_origins,
    find_record_origins,
    origin_of,
)

NOTHING = "-"
ADDRESS = f"{FOLDER}/origins.mjs"


def write_tokens(origins: Origins) -> str:
    """The origins of a fact, as an element carries them."""
    if not len(origins):
        return f"{NOTHING}?" if origins.unnamed else NOTHING

    def write(word: str, key: str) -> str:
        state = "!" if key in origins.state_media else ""
        return f"{word}{state}{'?' if key in origins.anonymous else ''}"

    actors = (write(id, id) for id in sorted(origins.actors))
    names = sorted(write(f"~{slugify(name)}", name) for name in origins.names)
    return " ".join([*actors, *names])


def tokens_of(site: Site, fact: Identified | Sourced, field: str = "") -> str:
    """The origins of a fact, of a record, of one of its values, or of an article in a list."""
    return site.once(_find_tokens, fact, field)


def _find_tokens(site: Site, fact: Identified | Sourced, field: str) -> str:
    if isinstance(fact, Article):
        outlet = origin_of(fact, site.dossier)
        if outlet is None:
            return NOTHING
        return f"{outlet}!" if site.dossier.actors[outlet].is_state_medium else outlet
    if isinstance(fact, Sourced):
        return write_tokens(find_origins(fact, site.dossier))
    if field:
        return write_tokens(find_field_origins(fact, field, site.dossier))
    return write_tokens(find_record_origins(fact, site.dossier))


def lens_file(site: Site) -> Iterator[Asset]:
    """The names of all origins by their tokens, and the words of the lens, as a module."""
    names: dict[str, str] = {}
    for origins in _list_origins(site):
        names |= {id: site.dossier.name_of(id) for id in origins.actors}
        names |= {f"~{slugify(name)}": name for name in origins.names}
    for article in site.dossier.articles.values():
        if outlet := origin_of(article, site.dossier):
            names[outlet] = site.dossier.name_of(outlet)
    words = json.dumps(site.words_for_script("lens"), sort_keys=True)
    text = (
        f"export const names = {json.dumps(names, sort_keys=True)}\nexport const words = {words}\n"
    )
    yield Asset(ADDRESS, text.encode())


def _list_origins(site: Site) -> Iterator[Origins]:
    for holder in site.dossier.everything():
        if isinstance(holder, Record):
            yield find_record_origins(holder, site.dossier)
        for _, value in holder.find(Sourced):
            if value.sources:
                yield find_origins(value, site.dossier)
