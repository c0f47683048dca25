"""From an embed on a page to the value of its view."""

from collections.abc import Callable, Iterable

from mkdocs_dossier.figures.graph import number_states
from mkdocs_dossier.figures.overview import make_overview
from mkdocs_dossier.figures.time_bars import draw_bars
from mkdocs_dossier.index.embeds import Embed, find_faults
from mkdocs_dossier.index.facts import cut_by_connection
from mkdocs_dossier.index.selection import Choice, choose_entries, choose_facts
from mkdocs_dossier.index.timeline import Entry, group_by_year, to_bars
from mkdocs_dossier.pages.embed.value import (
    EmbeddedChronology,
    EmbeddedMap,
    EmbeddedRelations,
    EmbedValue,
)
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.chronology import gather_years
from mkdocs_dossier.pages.parts.graph import gather_drawing
from mkdocs_dossier.pages.parts.maps import gather_maps
from mkdocs_dossier.pages.parts.tie_rows import gather_tie
from mkdocs_dossier.pages.parts.time import place_bars
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.page import EmbedView

CANVAS = (700, 520)


def gather_embeds(scope: Scope, embeds: Iterable[Embed]) -> list[EmbedView | None]:
    """The views of a page, in its order; None for one that is not in order."""
    return [
        None
        if any(find_faults(embed, scope.site.dossier))
        else EmbedView(
            f"embed/{embed.view}.html", _VIEWS[embed.view](scope, embed, f"_view-{number}-")
        )
        for number, embed in enumerate(embeds, 1)
    ]


def _choose(scope: Scope, embed: Embed) -> list[Entry]:
    indexes = scope.site.indexes
    return choose_entries(indexes, scope.site.entries, _read_choice(embed))


def _read_choice(embed: Embed) -> Choice:
    years = {
        name: int(embed.options[name][0]) for name in ("from", "to") if embed.options.get(name)
    }
    return Choice(
        actors=embed.options.get("actors", ()),
        states=embed.options.get("states", ()),
        places=embed.options.get("places", ()),
        kinds=embed.options.get("kinds", ()),
        types=embed.options.get("types", ()),
        since=years.get("from"),
        until=years.get("to"),
        doubt=embed.doubt,
    )


def _gather_chronology(scope: Scope, embed: Embed, prefix: str) -> EmbeddedChronology:
    entries = _choose(scope, embed)
    marked = embed.options.get("highlight", ())
    drawn = draw_bars(to_bars(scope.site.dossier.vocabulary, entries))
    origins = {entry.id: tokens_of(scope.site, entry.record) for entry in entries}
    return EmbeddedChronology(
        place_bars(scope, drawn, lambda id: f"#{prefix}{id}", origins) if drawn else None,
        gather_years(scope, group_by_year(entries), marked, prefix),
        prefix,
        marked,
    )


def _gather_relations(scope: Scope, embed: Embed, prefix: str) -> EmbeddedRelations:
    site = scope.site
    facts = choose_facts(site.indexes, site.facts.all, _read_choice(embed))
    hues = number_states(site.dossier, site.facts.all)
    overview = make_overview(site.indexes, cut_by_connection(facts)[0], hues, CANVAS)
    marked = embed.options.get("highlight", ())
    return EmbeddedRelations(
        gather_drawing(scope, overview.wide, marked),
        gather_drawing(scope, overview.tall, marked),
        tuple(gather_tie(scope, row.fact) for row in overview.rows),
    )


def _gather_map(scope: Scope, embed: Embed, prefix: str) -> EmbeddedMap:
    return EmbeddedMap(gather_maps(scope, {entry.id for entry in _choose(scope, embed)}))


_VIEWS: dict[str, Callable[[Scope, Embed, str], EmbedValue]] = {
    "chronology": _gather_chronology,
    "relations": _gather_relations,
    "map": _gather_map,
}
