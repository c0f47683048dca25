"""Entries of a chronology by year and month."""

from collections.abc import Collection, Iterable

from babel.dates import get_month_names

from mkdocs_dossier.index.timeline import ARTICLE, Entry, Month, Year, tone_of
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.pages.parts.events import gather_event_line
from mkdocs_dossier.pages.parts.offices import held_then
from mkdocs_dossier.pages.parts.time import anchor_of_year
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.chronology import (
    Attendee,
    ChronologyEntry,
    MonthOfEntries,
    YearOfEntries,
)
from mkdocs_dossier.pages.values.text import Link


def gather_years(
    scope: Scope, years: Iterable[Year], marked: Collection[str] = (), prefix: str = ""
) -> tuple[YearOfEntries, ...]:
    """All entries; those of `marked` stand out. Anchors start with `prefix`."""
    return tuple(
        YearOfEntries(
            prefix + anchor_of_year(year.number),
            scope.site.year(year.number),
            tuple(
                MonthOfEntries(
                    say_month(scope.site, year.number, month),
                    tuple(_gather_entry(scope, each, marked, prefix) for each in month.entries),
                )
                for month in year.months
            ),
        )
        for year in years
    )


def say_month(site: Site, year: int | None, month: Month) -> str:
    """The name of a month, or that of a season with its year; "" where the dates name neither."""
    if not month.number:
        return ""
    if month.season:
        return site.texts(f"date.season.{month.number}", year=site.year(year or 0))
    names = get_month_names("wide", context="stand-alone", locale=site.texts.locale)
    return str(names[month.number])


def say_entry_kind(site: Site, kind: str) -> str:
    """What an entry is: the kind of an event, or an article."""
    return site.texts("views.article") if kind == ARTICLE else site.term("kind", kind, "event")


def _gather_entry(
    scope: Scope, entry: Entry, marked: Collection[str], prefix: str
) -> ChronologyEntry:
    site, record = scope.site, entry.record
    first, last = ("" if year is None else str(year) for year in entry.years)
    return ChronologyEntry(
        prefix + entry.id,
        gather_event_line(scope, record),
        entry.kind,
        say_entry_kind(site, entry.kind),
        tone_of(site.dossier.vocabulary, record),
        scope.link(entry.place) if entry.place else None,
        _gather_outlet(scope, record) if isinstance(record, Article) else None,
        tuple(Attendee(scope.link(id), held_then(site, id, entry.date)) for id in entry.actors),
        " ".join(entry.actors),
        " ".join(entry.states),
        entry.place or "",
        entry.doubt,
        first,
        last,
        record.date_basis or "" if entry.doubt else "",
        entry.id in marked,
    )


def _gather_outlet(scope: Scope, article: Article) -> Link:
    if article.outlet:
        return scope.link(article.outlet)
    return Link(scope.site.texts("views.index.unknown-outlet"))
