"""From the indexes to the value of the chronology."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.figures.time_bars import draw_bars
from mkdocs_dossier.index.timeline import (
    Entry,
    group_by_year,
    split_dense,
    to_bars,
)
from mkdocs_dossier.pages.chronology.value import ChronologyPage, UncertainEntry
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.chronology import gather_years, say_entry_kind
from mkdocs_dossier.pages.parts.events import gather_event_line
from mkdocs_dossier.pages.parts.selects import name_options
from mkdocs_dossier.pages.parts.time import anchor_of_year, place_bars
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.lists import Select
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Link


def gather_chronology(scope: Scope, number: int = 1) -> ChronologyPage:
    """Complete, the newest first; a script makes it filter. Of very many entries the first page has
    the newest, the next ones the rest.
    """
    site = scope.site
    shown = site.entries_on[number]
    ids = {entry.id for entry in shown}
    entries = [entry for entry in site.entries if entry.id in ids]
    known = [year for entry in entries for year in entry.years if year is not None]
    years = group_by_year(shown)
    recent, earlier = split_dense(years) if number == 1 else (years, [])
    drawn = draw_bars(to_bars(site.dossier.vocabulary, entries))
    origins = {entry.id: tokens_of(site, entry.record) for entry in entries}
    return ChronologyPage(
        *describe_years(site, number),
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
        tuple(_list_years(scope)),
        tuple(_list_parts(scope)) if len(site.entries_on) > 1 else (),
        number,
    )


def describe_years(site: Site, number: int) -> tuple[str, str]:
    """The title and the description of a page of the chronology."""
    title = site.texts("views.chronology.title")
    if number > 1:
        title = site.texts("views.chronology.part", number=number, count=len(site.entries_on))
    return title, site.texts("views.chronology.about")


def _list_years(scope: Scope) -> Iterator[Link]:
    """Each year once, where it begins."""
    site, seen = scope.site, set()
    for number, entries in site.entries_on.items():
        page = site.addresses.part("chronology", number)
        for each in group_by_year(entries):
            if each.number not in seen:
                seen.add(each.number)
                words = "?" if each.number is None else site.year(each.number)
                yield Link(words, scope.url(f"{page}#{anchor_of_year(each.number)}"))


def _list_parts(scope: Scope) -> Iterator[Link]:
    """Each page, by its years."""
    site = scope.site
    for number, entries in site.entries_on.items():
        found = (each.number for each in group_by_year(entries))
        known = [site.year(each) for each in found if each is not None]
        words = "–".join(dict.fromkeys((known[-1], known[0]))) if known else "?"
        yield Link(words, scope.url(site.addresses.part("chronology", number)))


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
