"""From the indexes to the value of the chronology."""

from collections.abc import Sequence

from mkdocs_dossier.figures.time_bars import draw_bars
from mkdocs_dossier.index.timeline import (
    Entry,
    group_by_year,
    newest_first,
    split_dense,
    to_bars,
)
from mkdocs_dossier.pages.chronology.value import ChronologyPage, UncertainEntry
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.chronology import gather_years, say_entry_kind
from mkdocs_dossier.pages.parts.events import gather_event_line
from mkdocs_dossier.pages.parts.selects import name_options
from mkdocs_dossier.pages.parts.time import place_bars
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.lists import Select
from mkdocs_dossier.pages.values.tally import write_tally


def gather_chronology(scope: Scope) -> ChronologyPage:
    """One page, complete, the newest first; a script makes it filter."""
    site = scope.site
    entries = site.entries
    known = [year for entry in entries for year in entry.years if year is not None]
    recent, earlier = split_dense(group_by_year(newest_first(entries)))
    drawn = draw_bars(to_bars(site.dossier.vocabulary, entries))
    origins = {entry.id: tokens_of(site, entry.record) for entry in entries}
    return ChronologyPage(
        site.texts("views.chronology.title"),
        site.texts("views.chronology.about"),
        place_bars(scope, drawn, lambda id: f"#{id}", origins) if drawn else None,
        gather_selects(site, entries),
        min(known, default=None),
        max(known, default=None),
        gather_years(scope, recent),
        gather_years(scope, earlier),
        sum(year.count for year in earlier),
        write_tally(
            origins[entry.id]
            for year in earlier
            for month in year.months
            for entry in month.entries
        ),
        tuple(_gather_uncertain(scope, entry) for entry in entries[::-1] if entry.doubt),
    )


def _gather_uncertain(scope: Scope, entry: Entry) -> UncertainEntry:
    line = gather_event_line(scope, entry.record)
    kind = say_entry_kind(scope.site, entry.kind)
    return UncertainEntry(line, kind, entry.record.date_basis or "")


def gather_selects(site: Site, entries: Sequence[Entry]) -> tuple[Select, ...]:
    """The filters by actor, state, place and kind that these entries allow."""
    label = site.texts
    kinds = {entry.kind for entry in entries}
    actors = (id for entry in entries for id in entry.actors)
    states = (id for entry in entries for id in entry.states)
    places = (entry.place for entry in entries if entry.place)
    named = sorted(
        ((say_entry_kind(site, kind), kind) for kind in kinds),
        key=lambda pair: (site.order(pair[0]), pair[1]),
    )
    return (
        Select("actor", label("views.filter.actor"), name_options(site, actors)),
        Select("state", label("views.filter.state"), name_options(site, states)),
        Select("place", label("views.filter.place"), name_options(site, places)),
        Select("kind", label("views.filter.kind"), tuple((kind, name) for name, kind in named)),
    )
