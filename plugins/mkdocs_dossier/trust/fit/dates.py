"""The dates that a text names, as far as it names them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.trust.fit.grammar import Grammar
from mkdocs_dossier.trust.fit.words import fold, split_words, tokenise, without_accents

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-])")
_YEAR = re.compile(r"(?<![\w.,/-])(?:1[0-9]|20|21)\d\d(?![\w/]|[.,]\d|-\d)")
_SUFFIX = r"(?:er|st|nd|rd|th)?"
_DAY = re.compile(r"\d{1,2}")
_FOUR_DIGITS = re.compile(r"\d{4}")


class Day(NamedTuple):
    """What words say of a date: any of its day, month and year, or a weekday (Monday is 0)."""

    words: str
    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@lru_cache(maxsize=4096)
def find_dates(text: str, grammar: Grammar) -> tuple[Day, ...]:
    """The dates in a text, in order; several days of one month are each one."""
    if not _may_have_dates(text, grammar):
        return ()
    taken: list[tuple[int, int]] = []
    found: list[Day] = []
    for each in _list_dates(without_accents(text), grammar):
        span = (each.start, each.end)
        if span in taken or not any(each.start < end and start < each.end for start, end in taken):
            taken.append(span)
            found.append(each._replace(words=text[each.start : each.end]))
    return tuple(sorted(found, key=lambda each: each.start))


def _may_have_dates(text: str, grammar: Grammar) -> bool:
    """Whether a text has any word of a date: far faster than to look for dates."""
    if not _list_words(grammar).isdisjoint(split_words(text)):
        return True
    return _FOUR_DIGITS.search(text) is not None


@lru_cache
def _list_words(grammar: Grammar) -> frozenset[str]:
    """The words of months and weekdays."""
    return frozenset(
        word for name in (*grammar.months, *grammar.weekdays) for word in split_words(name)
    )


def find_relative(text: str, grammar: Grammar, told: Date) -> Iterator[Day]:
    """The years, months and days that a text names by the date on which it was written."""
    first, last = told.earliest, told.latest
    if first is None or last is None or first.year != last.year:
        return
    for unit, by in _find_units(text, grammar):
        if unit == "year":
            yield Day("", 0, 0, year=first.year + by)
        elif unit == "month" and first.month == last.month:
            count = first.year * 12 + first.month - 1 + by
            yield Day("", 0, 0, month=count % 12 + 1, year=count // 12)
        elif unit == "day" and first == last:
            day = first.plus(by)
            yield Day("", 0, 0, day.day, day.month, day.year, day.weekday())


@lru_cache(maxsize=4096)
def _find_units(text: str, grammar: Grammar) -> tuple[tuple[str, int], ...]:
    """What a text names by the day on which it was written: the year before (`year`, -1) …"""
    return tuple((unit, by) for pattern, unit, by in grammar.relative if pattern.search(text))


def _list_dates(text: str, grammar: Grammar) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        day, month = match["day"], int(match["month"])
        yield Day("", *match.span(), int(day) if day else None, month, int(match["year"]))
    for pattern in _compile(tuple(grammar.months), grammar.day_joins):
        for match in pattern.finditer(text):
            written = match["month"]
            year = int(match["year"]) if match["year"] else None
            days: list[int | None] = [int(day) for day in _DAY.findall(match["days"] or "")]
            if days or year or written[0].isupper() or not grammar.capital_months:
                for day_ in days or [None]:
                    month = grammar.months[fold(written)]
                    yield Day("", *match.span(), day_, month, year)
    for match in _YEAR.finditer(text):
        yield Day("", *match.span(), year=int(match.group()))
    for token in tokenise(text):
        if token.folded in grammar.weekdays:
            end = token.start + len(token.text)
            yield Day("", token.start, end, weekday=grammar.weekdays[token.folded])


@lru_cache
def _compile(months: tuple[str, ...], joins: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A day before its month, and one after it."""
    if not months:
        return ()
    month = rf"\b(?P<month>{'|'.join(months)})\b"
    join = rf"\s?(?:[-–/,]|\b(?:{'|'.join(map(without_accents, joins))})\b)\s?"
    days = rf"\b\d{{1,2}}{_SUFFIX}(?:{join}\d{{1,2}}{_SUFFIX}){{0,4}}\b"
    year = r"(?P<year>\d{4})\b"
    return (
        re.compile(rf"(?P<days>{days})\s(?:of\s|de\s)?{month}(?:,?\s{year})?", re.IGNORECASE),
        re.compile(rf"{month}\s(?P<days>{days})(?!\d)(?:,?\s{year})?", re.IGNORECASE),
        re.compile(rf"{month}(?P<days>)(?:,?\s{year})?", re.IGNORECASE),
    )
