"""The chronology: all events and articles by year and month."""

from collections.abc import Iterator

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.reading import sort_named
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.strip import draw_strip
from mkdocs_dossier.views.timeline import (
    Entry,
    group_by_year,
    newest_first,
    split_dense,
    tell_all,
    to_strip,
)

Select = tuple[str, str, list[tuple[str, str]]]
"""A filter's name, its label, and its values with theirs."""


def chronology_pages(press: Press) -> Iterator[Page]:
    """One page, complete, the newest first; a script makes it filter."""
    address = press.addresses.index("chronology")
    entries = tell_all(press.book)
    years = group_by_year(newest_first(entries))
    recent, earlier = split_dense(years)
    known = [year for entry in entries for year in entry.years if year is not None]
    html = press.render(
        "chronology.html",
        address,
        list=years,
        recent=recent,
        earlier=earlier,
        uncertain=[entry for entry in entries[::-1] if entry.doubt],
        strip=draw_strip(to_strip(press.dossier.vocabulary, entries)),
        selects=chronology_selects(press, entries),
        first=min(known, default=None),
        last=max(known, default=None),
    )
    title, about = press.texts("views.chronology.title"), press.texts("views.chronology.about")
    yield Page(address, "chronology", title, about, html)


def chronology_selects(press: Press, entries: list[Entry]) -> list[Select]:
    """The filters by actor, state, place and kind that these entries allow."""

    def kind_name(kind: str) -> str:
        return (
            press.texts("views.article") if kind == "article" else press.term("kind", kind, "event")
        )

    kinds = sorted((kind_name(kind), kind) for kind in {entry.kind for entry in entries})
    label = press.texts.under("views.filter")
    return [
        (
            "actor",
            label["actor"],
            sort_named(press, (id for entry in entries for id in entry.actors)),
        ),
        (
            "state",
            label["state"],
            sort_named(press, (id for entry in entries for id in entry.states)),
        ),
        (
            "place",
            label["place"],
            sort_named(press, (entry.place for entry in entries if entry.place)),
        ),
        ("kind", label["kind"], [(kind, name) for name, kind in kinds]),
    ]
