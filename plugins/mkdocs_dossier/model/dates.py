"""Dates as the sources give them: partial, approximate, uncertain, open (EDTF).

Nothing else in the program parses dates. Levels 0 to 2 of EDTF are read by the library `edtf`;
plain days, months and years, with a sign of doubt or without, are nearly all dates of a dossier and
take a short way.
"""

import calendar
import re
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from functools import lru_cache
from io import StringIO
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.days import FIRST, LAST, Day

_PLAIN = re.compile(r"(?!-0000)(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)
_WITHIN = re.compile(r"\[(.*)\]\Z", re.DOTALL)
_SIGNS = re.compile(r"[?~%]")
_DOUBTS = ("?", "~", "%")
_LONG_YEAR = re.compile(r"Y-?\d|\dE\d")


class InvalidDate(ValueError):
    """Not a date; `reason` is a message key under `problems.date`."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text}: {reason}")
        self.text = text
        self.reason = reason


@dataclass(frozen=True)
class Date:
    """An EDTF date with its bounds.

    `earliest` and `latest` are the first and last day it can touch, None where the date is open.
    `form`: 'point' (a day, month, year… in which it lies), 'interval' (lasts from `start` to
    `end`, each None when open), 'within' (one day between the bounds) or 'open' (`..`, not ended).
    `precision`: 'day', 'month', 'year', 'decade', 'century' or 'season'; for `2024-03-XX`, a day
    somewhere in March, it is 'month'.
    """

    text: str
    earliest: Day | None
    latest: Day | None
    precision: str = "day"
    form: str = "point"
    approximate: bool = False
    uncertain: bool = False
    start: "Date | None" = None
    end: "Date | None" = None

    def __str__(self) -> str:
        return self.text

    @property
    def exact(self) -> bool:
        """True when it names a known day, or a run of known days, and leaves no doubt."""
        if self.form == "interval":
            return all(part is not None and part.exact for part in (self.start, self.end))
        return (
            self.form == "point"
            and self.earliest == self.latest
            and not self.approximate
            and not self.uncertain
        )

    @property
    def sort_key(self) -> tuple[Day, tuple[int, int, int], str]:
        """Orders mixed precisions: first possible day, then the wider span (a visit, its talks).

        What has no first day stands at the start of its `year`, so that years stay together.
        """
        first, last = self.earliest or self._start_of_year(), self.latest or LAST
        return first, (-last.year, -last.month, -last.day), self.text

    @property
    def year(self) -> int | None:
        """The year under which lists show it: that of its first possible day, else of its last."""
        day = self.earliest or self.latest
        return day.year if day else None

    def _start_of_year(self) -> Day:
        return Day(self.latest.year, 1, 1) if self.latest else FIRST

    def may_touch(self, other: "Date") -> bool:
        """Whether some day can belong to both dates."""
        return (self.earliest or FIRST) <= (other.latest or LAST) and (other.earliest or FIRST) <= (
            self.latest or LAST
        )

    def surely_before(self, other: "Date") -> bool:
        """Whether every day of this date lies before every day of the other."""
        return (
            self.latest is not None and other.earliest is not None and self.latest < other.earliest
        )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def read(value: Any) -> Date:
            if isinstance(value, Date):
                return value
            if not isinstance(value, str):
                raise PydanticCustomError("date_type", "not a date", {"found": value})
            try:
                return parse(value)
            except InvalidDate as error:
                raise PydanticCustomError(
                    "date_invalid", "invalid date", {"reason": error.reason, "found": value}
                ) from None

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": ["string", "integer"], "title": "EDTF date"}


STILL = Date("..", None, None, form="open")


def _still(value: Any) -> Any:
    return STILL if value == ".." else value


EndDate = Annotated[Date, BeforeValidator(_still)]
"""A date, or `..` for what has not ended."""


@lru_cache(maxsize=65536)
def parse(text: str) -> Date:
    """Read an EDTF date.

    Raises InvalidDate when it is none, names a day that does not exist, or runs backwards.
    """
    text = text.strip()
    if len(text) > limits.DATE or text.count(",") >= limits.DATE_PARTS:
        raise InvalidDate(text, "long")
    if "/" in text and not text.startswith(("[", "{")):
        return _interval(text)
    sign = text[-1:] if text[-1:] in _DOUBTS else ""
    plain = _PLAIN.match(text.removesuffix(sign))
    if not plain:
        return _edtf(text)
    date = _plain(text, plain)
    return replace(date, approximate=sign in "~%", uncertain=sign in "?%") if sign else date


def day(value: Day) -> Date:
    """The date of one known day."""
    return Date(value.isoformat(), value, value)


def _plain(text: str, match: re.Match[str]) -> Date:
    year, month, day_ = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return Date(text, Day(year, 1, 1), Day(year, 12, 31), "year")
    if 21 <= month <= 24 and day_ is None:
        return _edtf(text)
    if not 1 <= month <= 12:
        raise InvalidDate(text, "impossible")
    last = calendar.monthrange(year, month)[1]
    if day_ is None:
        return Date(text, Day(year, month, 1), Day(year, month, last), "month")
    if not 1 <= day_ <= last:
        raise InvalidDate(text, "impossible")
    return Date(text, Day(year, month, day_), Day(year, month, day_))


def _interval(text: str) -> Date:
    if text.count("/") != 1:
        raise InvalidDate(text, "syntax")
    left, right = (part.strip() for part in text.split("/"))
    if not left or not right:
        raise InvalidDate(text, "open-end")
    if left == right == "..":
        raise InvalidDate(text, "syntax")
    start = None if left == ".." else parse(left)
    end = None if right == ".." else parse(right)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if start and end and (end.surely_before(start) or (earliest and latest and latest < earliest)):
        raise InvalidDate(text, "reversed")
    parts = [part for part in (start, end) if part]
    return _last(text, start, end, parts)


def _last(text: str, start: Date | None, end: Date | None, parts: list[Date]) -> Date:
    """A date that lasts from one to another; in doubt where any of its parts is."""
    return Date(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        parts[0].precision,
        "interval",
        any(part.approximate for part in parts),
        any(part.uncertain for part in parts),
        start,
        end,
    )


def _edtf(text: str) -> Date:
    # a fifth of the time of all imports, and few dossiers have a date that needs it
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    if _LONG_YEAR.search(text):  # the library counts such years one by one
        raise InvalidDate(text, "range")
    try:
        with redirect_stdout(StringIO()):  # the library prints what it cannot make
            found = parse_edtf(_open_set(text))
    except (EDTFParseException, ValueError, TypeError, AttributeError, RecursionError):
        reason = "impossible" if re.match(r"-?\d{4}-\d\d(-\d\d)?[?~%]?\Z", text) else "syntax"
        raise InvalidDate(text, reason) from None
    try:
        earliest, latest = _bound(found.lower_strict()), _bound(found.upper_strict())
    except (ValueError, TypeError, OverflowError):
        raise InvalidDate(text, "impossible") from None
    if not FIRST <= earliest <= LAST or not FIRST <= latest <= LAST:
        raise InvalidDate(text, "range")
    within = _WITHIN.match(text)
    if latest < earliest:
        raise InvalidDate(text, "reversed")
    if text.startswith("{"):
        return _all_of(text)
    signs = set(_SIGNS.findall(text))
    open_start = bool(within) and text.startswith("[..")
    open_end = bool(within) and text.endswith("..]")
    return Date(
        text,
        None if open_start else earliest,
        None if open_end else latest,
        _precision(text, earliest, latest),
        "within" if within or "-X" in text else "point",
        bool(signs & {"~", "%"}),
        bool(signs & {"?", "%"}),
    )


def _all_of(text: str) -> Date:
    """All that a valid `{…}` names: it lasts from the first to the last of them."""
    dates = [parse(part) for part in re.split(r",|\.\.", text[1:-1])]
    start = min(dates, key=lambda each: each.sort_key)
    return _last(text, start, max(dates, key=lambda each: each.latest or LAST), dates)


def _open_set(text: str) -> str:
    """`[..2024]` and `[2024..]` make the library fail on its bounds; it reads the one known end."""
    if text.startswith("[..") and text.count("..") == 1:
        return text[3:-1]
    if text.endswith("..]") and text.count("..") == 1:
        return text[1:-3]
    return text


def _bound(moment: Any) -> Day:
    found = Day(*moment[:3])
    if not found.exists:
        raise ValueError(found)
    return found


def _precision(text: str, earliest: Day, latest: Day) -> str:
    if text.startswith(("[", "{")):
        return "day"
    digits = _SIGNS.sub("", text).removeprefix("-")
    if re.fullmatch(r"\d{4}-2[1-4]", digits):
        return "season"
    if "X" in digits[:4]:
        return "decade" if (latest.year - earliest.year) < 10 else "century"
    digits = re.split("-X", digits)[0]
    return {4: "year", 7: "month"}.get(len(digits), "day")
