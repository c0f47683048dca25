"""A strip of time: bars drawn from the bounds of dates, on an axis that folds empty years."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from mkdocs_dossier.index.dated import Dated
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.frozen import frozen

Style = Literal["sure", "unsure", "open-start", "open-end"]
LANE, TOP, LEAST, FOLDED = 11, 20, 5, 0.45


@frozen
class Piece:
    """A stretch of a bar, in pixels: 'sure', 'unsure' (dashed), or fading towards an open end."""

    x: float
    width: float
    style: Style


@frozen
class Bar:
    """One bar and its lane, from 0."""

    item: Dated
    y: int
    pieces: tuple[Piece, ...]


@frozen
class Tick:
    """The first day of a year on the axis; `year` is None where there is no room for its name.

    `folded`: the years before it are drawn shorter.
    """

    x: float
    year: int | None
    folded: bool


@frozen
class DrawnBars:
    """The whole drawing, in pixels."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


@frozen
class _Span:
    first: int
    x: float
    width: float
    folded: bool
    low: int
    high: int


class Axis:
    """Days as pixels. Years in which something begins or ends get room, the others are folded."""

    def __init__(self, dates: Sequence[Date], width: int) -> None:
        days = [day for date in dates for day in (date.earliest, date.latest) if day]
        busy = Counter(day.year for day in days)
        years = sorted(busy)
        self.ends = (min(days), max(days))
        weights: list[tuple[int, int, float, bool]] = []
        for year, following in zip(years, [*years[1:], years[-1] + 1], strict=True):
            weights.append((year, year + 1, 1 + min(4.0, busy[year] / 6), False))
            if following > year + 1:
                weights.append((year + 1, following, FOLDED, True))
        scale = width / sum(weight for _, _, weight, _ in weights)
        self.spans: list[_Span] = []
        at = 0.0
        for first, after, weight, folded in weights:
            low, high = (Day(year, 1, 1).toordinal() for year in (first, after))
            self.spans.append(_Span(first, at, weight * scale, folded, low, high))
            at += weight * scale
        self.length = at

    def place(self, day: Day) -> float:
        """The pixel at which a day begins."""
        ordinal = day.toordinal()
        for span in self.spans:
            if ordinal < span.high:
                return span.x + span.width * max(0, ordinal - span.low) / (span.high - span.low)
        return self.length


def draw_bars(items: Sequence[Dated], width: int = 1000) -> DrawnBars | None:
    """The strip of all items with a date that has a bound; None when there are fewer than two."""
    items = [item for item in items if item.date.earliest or item.date.latest]
    if len(items) < 2:
        return None
    axis = Axis([item.date for item in items], width)
    lanes: list[float] = []
    bars = []
    for item in sorted(items, key=lambda each: (each.date.sort_key, each.id)):
        pieces = tuple(_pieces(item.date, axis, width))
        start, end = pieces[0].x, pieces[-1].x + pieces[-1].width
        lane = next((place for place, free in enumerate(lanes) if free <= start), len(lanes))
        lanes[lane : lane + 1] = [end + 3]
        bars.append(Bar(item, TOP + lane * LANE, pieces))
    return DrawnBars(width, TOP + len(lanes) * LANE + 4, tuple(bars), tuple(_ticks(axis)))


def _pieces(date: Date, axis: Axis, width: int) -> list[Piece]:
    """From the earliest to the latest day: what is sure in the middle, what is not at its ends."""
    if date.form != "interval":
        style: Style = "sure" if date.exact else "unsure"
        if date.earliest is None:
            style = "open-start"
        if date.latest is None:
            style = "open-end"
        return [_piece(date.earliest, date.latest, axis, style)]
    start, end = date.start, date.end
    core = (start.latest if start else None, end.earliest if end else None)
    found = []
    if start is None:
        found.append(_piece(None, core[1], axis, "open-start"))
    elif not start.exact:
        found.append(_piece(start.earliest, start.latest, axis, "unsure"))
    if core[0] and core[1] and core[0] <= core[1]:
        found.append(_piece(core[0], core[1], axis, "sure"))
    if end is None:
        found.append(_piece(core[0], None, axis, "open-end"))
    elif not end.exact:
        found.append(_piece(end.earliest, end.latest, axis, "unsure"))
    return found


def _piece(first: Day | None, last: Day | None, axis: Axis, style: Style) -> Piece:
    left = axis.place(first or axis.ends[0])
    right = axis.place((last or axis.ends[1]).plus(1))
    right = max(right, left + LEAST)
    if right > axis.length:
        left, right = min(left, axis.length - LEAST), axis.length
    return Piece(round(left, 1), round(right - left, 1), style)


def _ticks(axis: Axis) -> list[Tick]:
    found: list[Tick] = []
    shown, folded = -99.0, False
    for span in axis.spans:
        if not span.folded:
            wide = 32 if span.first > 0 else 80  # « 44 av. J.-C. »
            named = span.x - shown >= wide
            shown = span.x if named else shown
            found.append(Tick(round(span.x, 1), span.first if named else None, folded))
        folded = span.folded
    return found
