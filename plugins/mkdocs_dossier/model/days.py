"""A day of the calendar, before our era too: the standard library knows no year before 1."""

import calendar
import datetime as dt
from typing import NamedTuple

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097  # after which the calendar repeats itself


class Day(NamedTuple):
    """A day of the Gregorian calendar, carried on before its beginning; the year 0 is 1 BC."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, date: dt.date) -> "Day":
        """A day as the standard library has it."""
        return cls(date.year, date.month, date.day)

    def __str__(self) -> str:
        return self.isoformat()

    @property
    def exists(self) -> bool:
        """Whether the month has such a day."""
        return 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]

    def isoformat(self) -> str:
        """`2024-03-21`; `-0043-03-15` for 15 March 44 BC."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"

    def toordinal(self) -> int:
        """The days since the beginning of the year 1, whose first day is 1."""
        cycles, year = divmod(self.year - 1, _CYCLE_YEARS)
        return cycles * _CYCLE_DAYS + dt.date(year + 1, self.month, self.day).toordinal()

    def weekday(self) -> int:
        """0 for Monday."""
        return (self.toordinal() - 1) % 7

    def plus(self, days: int) -> "Day":
        """The day so many days later."""
        cycles, rest = divmod(self.toordinal() + days - 1, _CYCLE_DAYS)
        found = dt.date.fromordinal(rest + 1)
        return Day(found.year + cycles * _CYCLE_YEARS, found.month, found.day)


FIRST, LAST = Day(-9999, 1, 1), Day(9999, 12, 31)
"""The ends of what EDTF writes with four digits: what lies before or after is no date here."""
