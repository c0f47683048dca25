"""Uncertain dates as bounds that can be compared."""

from typing import NamedTuple

from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.days import Day

_SLACK = {"day": 7, "month": 31, "season": 92}
_YEAR = 366
FIRST, LAST = -(10**9), 10**9


class Span(NamedTuple):
    """Days by number: when it may begin at the earliest and latest, and end."""

    first: int
    surely_from: int
    surely_until: int
    last: int

    @property
    def is_one_day(self) -> bool:
        """Whether it is one known day."""
        return self.first == self.last

    def surely_before(self, other: "Span") -> bool:
        """Whether all of it lies before all of the other."""
        return self.last < other.first

    def surely_meets(self, other: "Span") -> bool:
        """Whether both last on some day in common, whatever the true dates are, edges apart.

        On the day on which one ends another may begin.
        """
        start = max(self.surely_from, other.surely_from)
        end = min(self.surely_until, other.surely_until)
        if self.is_one_day != other.is_one_day:
            day, long = (self.first, other) if self.is_one_day else (other.first, self)
            return long.surely_from < day < long.surely_until
        return start < end or self._lies_within(other) or other._lies_within(self)

    def _lies_within(self, other: "Span") -> bool:
        """Whether the other lasts for sure through all days that may be its own."""
        return other.surely_from < self.first and self.last < other.surely_until


def span_of(date: Date) -> Span:
    """The span of a date; a day within bounds is surely on none of them."""
    if date.form == "interval":
        begin = span_of(date.start) if date.start else Span(FIRST, LAST, FIRST, LAST)
        end = span_of(date.end) if date.end else Span(FIRST, LAST, FIRST, LAST)
        return Span(begin.first, begin.last, end.first, end.last)
    slack = _SLACK.get(date.precision, _YEAR) if date.approximate or date.uncertain else 0
    first = _number(date.earliest, FIRST) - slack
    last = _number(date.latest, LAST) + slack
    return Span(first, last, first, last)


def span_between(start: Date | None, end: Date | None, date: Date | None = None) -> Span:
    """The span of what starts and ends; an unknown end may be any day from the start on."""
    if date:
        return span_of(date)
    begin = span_of(start) if start else None
    if end == STILL:
        until = (LAST, LAST)
    elif end:
        until = (span_of(end).first, span_of(end).last)
    else:
        until = (begin.first if begin else FIRST, LAST)
    return Span(
        begin.first if begin else FIRST,
        begin.last if begin else LAST,
        *until,
    )


def _number(day: Day | None, unknown: int) -> int:
    return day.toordinal() if day else unknown
