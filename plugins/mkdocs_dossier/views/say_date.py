"""Dates said in words, at their true precision."""

import datetime as dt
import re

from babel.dates import format_date, format_skeleton

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.dates import Date, parse

_COARSE = re.compile(r"\[(\d{4}(?:-\d\d)?)\.\.(\d{4}(?:-\d\d)?)\]")
"""One day between two months or years: said without the days that nobody named."""


def say_date(date: Date | None, say: Texts) -> str:
    """« 21 mars 2024 », « vers juin 2024 », « entre le 21 et le 30 juin 2024 », « depuis 2022 ».

    Unknown dates are said to be unknown.
    """
    if date is None:
        return say("date.unknown")
    text = _say(date, say)
    if date.form == "interval":
        return text
    if date.approximate:
        text = say("date.about-day" if date.precision == "day" else "date.about", date=text)
    if date.uncertain:
        text = say("date.uncertain", date=text)
    return text


def _say(date: Date, say: Texts) -> str:
    if date.form == "open":
        return say("date.still")
    if date.form == "interval":
        return _say_interval(date, say)
    if date.form == "within" and date.precision == "day":
        return _say_within(date, say)
    day = date.earliest or date.latest
    assert day is not None
    text = _unit(day, date.precision, say)
    if date.form == "within":
        return say("date.one-day", date=text)
    return text


def _unit(day: dt.date, precision: str, say: Texts) -> str:
    if precision == "day":
        return _day(day, say)
    if precision == "month":
        return format_skeleton("yMMMM", day, locale=say.language)
    if precision == "season":
        return say(f"date.season.{day.month}", year=day.year)
    if precision in ("decade", "century"):
        return say(f"date.{precision}", year=day.year, century=day.year // 100 + 1)
    return str(day.year)


def _day(day: dt.date, say: Texts, with_year: bool = True) -> str:
    pattern = say("date.pattern.full") if with_year else say("date.pattern.day")
    text = format_date(day, format=pattern, locale=say.language)
    first = say("date.first")
    return first + text[1:] if first and day.day == 1 and text.startswith("1 ") else text


def _say_interval(date: Date, say: Texts) -> str:
    if date.start is None or date.end is None:
        key, end = ("until", date.end) if date.start is None else ("since", date.start)
        one_day = end is not None and end.exact and end.form == "point"
        return say(f"date.{key}-day" if one_day else f"date.{key}", date=say_date(end, say))
    if date.exact and date.earliest and date.latest:
        return _span("date.span", date.earliest, date.latest, say)
    return say("date.from-to", start=say_date(date.start, say), end=say_date(date.end, say))


def _say_within(date: Date, say: Texts) -> str:
    if date.earliest is None:
        return say("date.before", date=_day(date.latest, say) if date.latest else "")
    if date.latest is None:
        return say("date.after", date=_day(date.earliest, say))
    ends = _COARSE.fullmatch(date.text)
    if ends:
        start, end = (_say(parse(part), say) for part in ends.groups())
        return say("date.within.plain", start=start, end=end)
    return _span("date.within", date.earliest, date.latest, say)


def _span(key: str, first: dt.date, last: dt.date, say: Texts) -> str:
    if first == last:
        return _day(last, say)
    if (first.year, first.month) == (last.year, last.month):
        start = say("date.first") if first.day == 1 and say("date.first") else str(first.day)
        return say(f"{key}.days", start=start, end=_day(last, say))
    return say(f"{key}.dates", start=_day(first, say, first.year != last.year), end=_day(last, say))
