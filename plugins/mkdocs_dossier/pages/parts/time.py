"""Bars of time: the events of a page on one axis."""

from collections.abc import Callable, Iterable, Mapping

from mkdocs_dossier.figures.time_bars import DrawnBars, draw_bars
from mkdocs_dossier.index.dated import Dated
from mkdocs_dossier.index.timeline import tone_of
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.time import BarPiece, TimeBar, TimeBars, TimeTick

WIDTH = 640


def gather_time_bars(scope: Scope, events: Iterable[Event]) -> TimeBars | None:
    """A bar for each dated event, leading to its page; None where all fall into one year."""
    words = scope.site.dossier.vocabulary
    found = [
        Dated(each.id, each.name, each.date, tone_of(words, each)) for each in events if each.date
    ]
    if len({each.date.year for each in found}) < 2:
        return None
    drawn = draw_bars(found, WIDTH)
    if drawn is None:
        return None
    records = scope.site.dossier.events
    origins = {each.id: tokens_of(scope.site, records[each.id]) for each in found}
    return place_bars(scope, drawn, lambda id: scope.link(id).address or "", origins)


def place_bars(
    scope: Scope, drawn: DrawnBars, address: Callable[[str], str], origins: Mapping[str, str]
) -> TimeBars:
    """A drawing with its links and words; `address` gives where a bar leads.

    `origins` are those of what each bar stands for, by its id.
    """
    say = scope.site.say
    return TimeBars(
        drawn.width,
        drawn.height,
        tuple(
            TimeBar(
                bar.item.id,
                address(bar.item.id),
                f"{bar.item.label} – {say(bar.item.date)}",
                bar.item.tone,
                bar.y,
                tuple(BarPiece(each.x, each.width, each.style) for each in bar.pieces),
                origins[bar.item.id],
            )
            for bar in drawn.bars
        ),
        tuple(
            TimeTick(each.x, "" if each.year is None else scope.site.year(each.year), each.folded)
            for each in drawn.ticks
        ),
    )


def anchor_of_year(year: int | None) -> str:
    """The anchor of a year's section."""
    return "year-unknown" if year is None else f"year-{year}"
