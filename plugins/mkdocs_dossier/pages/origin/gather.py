"""From what rests on one origin to the values of the pages of origins."""

from collections.abc import Sequence

from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.origin.value import OriginPage, OriginsPage
from mkdocs_dossier.pages.parts.alone import gather_alone
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.trust.resting import Resting

Sole = dict[str, tuple[str, list[Resting]]]
"""By an origin's word in addresses: its id or name, and what it alone tells; the most first."""


def list_origins(site: Site) -> Sole:
    """An actor's word is its id; a name without a record has `~` and a slug, which no id has."""
    actors = site.dossier.actors
    found: Sole = {}
    for origin, facts in site.resting.items():
        word = origin if origin in actors else f"~{slugify(origin)}"
        name, before = found.get(word, (origin, []))
        found[word] = (name, [*before, *facts])
    order = sorted(found, key=lambda word: (-len(found[word][1]), site.order(found[word][0]), word))
    return {word: found[word] for word in order}


def gather_origins(scope: Scope, origins: Sole) -> OriginsPage:
    """The page of all origins."""
    site = scope.site
    index = site.addresses.index("origins")
    return OriginsPage(
        site.texts("views.origins.title"),
        site.texts("views.origins.about"),
        tuple(
            (
                Link(site.dossier.name_of(name), scope.url(f"{index}{word}/")),
                len(facts),
                write_tally(tokens_of(site, each.fact) for each in facts),
            )
            for word, (name, facts) in origins.items()
        ),
    )


def gather_origin(scope: Scope, origin: str, facts: Sequence[Resting]) -> OriginPage:
    """The page of one origin."""
    site = scope.site
    return OriginPage(
        *describe_origin(site, origin, facts),
        scope.link(origin) if origin in site.dossier.actors else None,
        tuple(gather_alone(scope, each) for each in facts),
        Link(site.texts("views.origins.all"), scope.url(site.addresses.index("origins"))),
    )


def describe_origin(site: Site, origin: str, _: Sequence[Resting]) -> tuple[str, str]:
    """The title of an origin's page, and what it says of itself."""
    title = site.texts("record.section.alone", name=site.dossier.name_of(origin))
    return title, site.texts("record.section-intro.alone")
