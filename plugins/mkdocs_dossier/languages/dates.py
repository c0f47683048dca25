"""Dates said in words, at their true precision."""

import datetime as dt
import re
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.dates import Date, parse
from mkdocs_dossier.model.days import Day

_COARSE = re.compile(r"\[(-?\d{4}(?:-\d\d)?)\.\.(-?\d{4}(?:-\d\d)?)\]")
"""One day between two months or years: said without the days that nobody named."""


@lru_cache(2**12)
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
    text = _unit(date, day, say)
    if date.form == "within":
        return say("date.one-day", date=text)
    return text


def say_year(year: int, say: Texts) -> str:
    """« 2024 »; before our era, « 44 av. J.-C. » for the year -43."""
    return str(year) if year > 0 else _before_era(str(1 - year), say)


def _before_era(text: str, say: Texts) -> str:
    if say.is_neutral:
        return f"{text} {Locale(say.locale).eras['abbreviated'][0]}"
    return say("date.before-era", year=text)


def _unit(date: Date, day: Day, say: Texts) -> str:
    precision, year = date.precision, say_year(day.year, say)
    if precision == "day":
        return _day(day, say)
    if precision == "month":
        return _month(day, say)
    if precision == "season":
        return say(f"date.season.{day.month}", year=year)
    if precision in ("decade", "century"):
        if precision == "century":
            return _century(day.year, say)
        if day.year > 0:
            return say("date.decade", year=day.year)
        if date.latest:
            return say("date.from-to", start=year, end=say_year(date.latest.year, say))
    return year


def _century(first: int, say: Texts) -> str:
    """The century that begins with a year: « XIXe siècle » for 1800, 1st century BC for -99."""
    number = first // 100 + 1 if first >= 0 else -(first // 100)
    text = say.ordinal("date.century", number, roman=_roman(number))
    return text if first >= 0 else say("date.before-era", year=text)


_NUMERALS = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}


def _roman(number: int) -> str:
    """A number in Roman numerals; those of 400 and more, which no century has, in Arabic ones."""
    text, rest = "", number
    for value, letters in _NUMERALS.items():
        text += letters * (rest // value)
        rest %= value
    return text if number < 400 else str(number)


def _month(day: Day, say: Texts) -> str:
    if say.is_neutral and day.year > 0:
        return _in_cldr(day, "yMMMM", say)
    return _in_year(_format(day.month, day.day, "MMMM", say.locale), day, say)


def _in_cldr(day: Day, skeleton: str, say: Texts) -> str:
    """A day as the CLDR writes it. A year that no library knows stands for one that it does."""
    known = 2000 + day.year % 400
    text: str = format_skeleton(skeleton, dt.date(known, day.month, day.day), locale=say.locale)
    return text.replace(str(known), str(day.year))


def _day(day: Day, say: Texts, with_year: bool = True) -> str:
    if say.is_neutral:
        if day.year > 0 or not with_year:
            return _in_cldr(day, "yMMMMd" if with_year else "MMMMd", say)
        return _in_year(_in_cldr(day, "MMMMd", say), day, say)
    text = _format(day.month, day.day, say("date.pattern.day"), say.locale)
    first = say("date.first")
    if first and day.day == 1 and text.startswith("1 "):
        text = first + text[1:]
    return _in_year(text, day, say) if with_year else text


def _in_year(text: str, day: Day, say: Texts) -> str:
    return say("date.in-year", date=text, year=say_year(day.year, say))


@lru_cache(maxsize=2000)
def _format(month: int, day: int, pattern: str, language: str) -> str:
    """A day of a leap year that every library knows."""
    return format_date(dt.date(2000, month, day), pattern, locale=language)


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


def _span(key: str, first: Day, last: Day, say: Texts) -> str:
    if first == last:
        return _day(last, say)
    if (first.year, first.month) == (last.year, last.month) and not say.is_neutral:
        start = say("date.first") if first.day == 1 and say("date.first") else str(first.day)
        return say(f"{key}.days", start=start, end=_day(last, say))
    with_year = first.year != last.year or say.is_neutral
    return say(f"{key}.dates", start=_day(first, say, with_year), end=_day(last, say))
