"""Dates as people write them, read so that the checker can answer with the form of the data.

Only for suggestions: what is loaded is read by model/dates.py alone. The words for months come from
the Unicode CLDR, so that any language of a dossier is understood.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model.dates import InvalidDate, parse
from mkdocs_dossier.model.nearest import simplify

_TOKENS = re.compile(r"(\d+)[^\W\d_]{0,3}(?![^\W\d_])|([^\W\d_]+)")
_QUOTED = re.compile(r"'([^']+)'")
_TIME = re.compile(r"(?<=\d)(?:T|,? +)\d{1,2}:\d\d.*\Z")
_SIGN = re.compile(r"[?~%]\Z")
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(\d{4})\s*[-\u2010-\u2015/]\s*(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d\d)")
_LONGEST = 60


def read_loosely(text: str, language: str) -> list[str]:
    """The dates that a text can mean, in the form of the data: none, one, or two.

    Two where nothing tells day from month (`03/04/2023`); the day comes first in the first.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return []
    sign = _SIGN.search(text)
    found = []
    for written in _orders(_TIME.sub("", text), language):
        date = written + (sign.group() if sign else "")
        try:
            parse(date)
        except InvalidDate:
            continue
        if date not in found:
            found.append(date)
    return found[:2]


def read_said(text: str, field: str, language: str) -> str:
    """The date that a text with words (« vers 2013 », « en cours ») means in a field, or nothing.

    What it says is weighed by whoever wrote it, so that it is suggested and never put in place.
    """
    plain = " ".join(text.lower().replace("\u2019", "'").split())
    if plain in _said("now", language):
        return ".." if field == "end" else ""
    if years := _YEARS.fullmatch(plain):
        return _valid(f"{years[1]}/{years[2]}")
    forms = {"about": "{}~", "since": "{}/..", "until": "../{}"}
    own = {"since": "start", "until": "end"}
    for sense, form in forms.items():
        for word in sorted(_said(sense, language), key=len, reverse=True):
            if plain.startswith(f"{word} "):
                rest = plain.removeprefix(word).strip()
                read = [rest] if _YEAR.fullmatch(rest) else read_loosely(rest, language)
                form = "{}" if field and own.get(sense) == field else form
                return _valid(form.format(read[0])) if len(read) == 1 else ""
    return ""


def read_short(text: str, language: str) -> str:
    """A date for a text with a year of two digits (`25/07/13`), in this century; or nothing."""
    short = _SHORT_YEAR.fullmatch(text.strip())
    read = read_loosely(f"{short[1]}20{short[2]}", language) if short else []
    return read[0] if read else ""


def _valid(date: str) -> str:
    try:
        parse(date)
    except InvalidDate:
        return ""
    return date


def _said(sense: str, language: str) -> set[str]:
    return {
        word.strip().lower()
        for each in {language, *languages()}
        for word in texts(each)(f"date.said.{sense}").split(",")
    }


def _orders(text: str, language: str) -> Iterator[str]:
    months, fillers = _month_words(language)
    numbers: list[str] = []
    month = 0
    for digits, word in _TOKENS.findall(text):
        plain = simplify(word)
        if digits:
            numbers += [digits[:4], digits[4:6], digits[6:]] if len(digits) == 8 else [digits]
        elif plain in months and not month:
            month = months[plain]
        elif plain not in fillers:
            return
    years = [number for number in numbers if len(number) == 4]
    rest = [int(number) for number in numbers if 0 < len(number) <= 2]
    if len(years) != 1 or len(rest) + 1 != len(numbers):
        return
    year = years[0]
    if month and len(rest) <= 1:
        yield "-".join([year, f"{month:02}", *(f"{day:02}" for day in rest)])
    elif not month and len(rest) == 1:
        yield f"{year}-{rest[0]:02}"
    elif not month and len(rest) == 2:
        first, second = rest
        month_last = f"{year}-{second:02}-{first:02}"
        month_first = f"{year}-{first:02}-{second:02}"
        if numbers[0] == year:
            yield month_first
        else:
            yield month_last
            if "." not in text:  # with full stops the day comes first
                yield month_first


@lru_cache
def _month_words(language: str) -> tuple[dict[str, int], frozenset[str]]:
    """Words for months to their numbers, and words that a date may hold besides."""
    months: dict[str, int] = {}
    fillers: set[str] = set()
    for each in (language, *languages()):
        try:
            locale = Locale.parse(each, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, word in locale.months[form][width].items():
                    months.setdefault(simplify(word), number)
                fillers |= {simplify(word) for word in locale.days[form][width].values()}
        for pattern in locale.date_formats.values():
            for quoted in _QUOTED.findall(pattern.pattern):
                fillers |= {simplify(word) for word in quoted.split()}
    return months, frozenset(fillers)
