"""Periods said in words: of an office, a relation, an existence."""

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.dates import STILL, Date


def say_period(start: Date | None, end: Date | None, date: Date | None, say: Texts) -> str:
    """« depuis le 10 mars 2023 », « 25 octobre 2017 – 22 octobre 2022 », « attesté en 2024 ».

    `end` None is unknown and says so after a known start; `..` has not ended. Empty without dates.
    """
    if date is not None:
        return _said("attested", date, say)
    if start is None:
        return "" if end is None or end == STILL else _said("until", end, say)
    if end == STILL:
        return _said("since", start, say)
    if end is None:
        return say("period.end-unknown", period=_said("since", start, say))
    return say("period.span", start=say_date(start, say), end=say_date(end, say))


def _said(key: str, date: Date, say: Texts) -> str:
    plain = date.form == "point" and not date.approximate and not date.uncertain
    form = date.precision if plain and date.precision in ("day", "month", "year") else "other"
    return say(f"period.{key}.{form}", date=say_date(date, say))
