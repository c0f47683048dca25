"""A weekday in `date_basis` that the calendar contradicts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from mkdocs_dossier.languages import languages
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "weekday"
LEVEL: Level = "warning"
_DATES = ("date", "start", "end")


def check(context: Context) -> Iterator[Finding]:
    """Each `date_basis`: the dates written in it, then its weekdays against the field itself.

    Words of the article that differ from the accepted date are often quoted there, so one weekday
    that fits is enough, and what does not fit is a warning.
    """
    for id, path, value in context.all_of(Value):
        model: type[Value] = type(value)
        if "date_basis" not in keys(model) or not (basis := value.date_basis):
            continue
        dates = [date for name in _DATES if isinstance(date := getattr(value, name, None), Date)]
        at, named = (*path, "date_basis"), _find_weekdays(basis)
        wrong = [
            (words, day) for words, day, said in _find_dates(basis, dates) if day.weekday() != said
        ]
        for words, day in wrong:
            values = {"found": words, "weekday": _name(day.weekday(), context)}
            yield Finding(RULE, id, at, values, level=LEVEL, key=f"{RULE}.written")
        possible = _possible_weekdays(dates)
        if named and possible and not wrong and possible.isdisjoint(named):
            values = {
                "found": ", ".join(_name(each, context) for each in sorted(named)),
                "weekday": ", ".join(_name(each, context) for each in sorted(possible)),
                "date": ", ".join(map(str, dates)),
            }
            yield Finding(RULE, id, at, values, level=LEVEL, key=f"{RULE}.field")


def _find_weekdays(text: str) -> set[int]:
    weekdays, _, pattern = _calendar()
    return {weekdays[found["weekday"].casefold()] for found in pattern.finditer(text)}


def _find_dates(text: str, dates: list[Date]) -> Iterator[tuple[str, Day, int]]:
    """Each day written with its weekday: the words, the day, the weekday named (Monday is 0)."""
    weekdays, months, pattern = _calendar()
    years = {day.year for date in dates for day in (date.earliest, date.latest) if day}
    for found in pattern.finditer(text):
        month = found["month"] or found["month_first"]
        if not month or not (found["year"] or len(years) == 1):
            continue
        year = int(found["year"] or min(years))
        day = Day(year, months[month.casefold()], int(found["day"] or found["day_last"]))
        if not day.exists:
            continue
        yield " ".join(found.group().split()), day, weekdays[found["weekday"].casefold()]


def _possible_weekdays(dates: list[Date]) -> set[int]:
    """The weekdays of dates that are known to within a week; none when they are not."""
    days: set[int] = set()
    for date in dates:
        if not date.earliest or not date.latest or date.approximate or date.uncertain:
            return set()
        length = date.latest.toordinal() - date.earliest.toordinal()
        if length >= 6:
            return set()
        days |= {date.earliest.plus(each).weekday() for each in range(length + 1)}
    return days


@lru_cache
def _calendar() -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    weekdays = {
        name.casefold(): number
        for language in languages()
        for number, name in get_day_names("wide", locale=language).items()
    }
    months = {
        name.casefold(): number
        for language in languages()
        for number, name in get_month_names("wide", locale=language).items()
    }
    month = "|".join(months)
    pattern = re.compile(
        rf"\b(?P<weekday>{'|'.join(weekdays)})\b"
        rf"(?:,?\s+(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<month>{month})\b"
        rf"|(?P<month_first>{month})\s+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?\b)"
        rf"(?:,?\s+(?P<year>\d{{4}})\b)?)?",
        re.IGNORECASE,
    )
    return weekdays, months, pattern


def _name(weekday: int, context: Context) -> str:
    return str(get_day_names("wide", locale=context.texts.locale)[weekday])
