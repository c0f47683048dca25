"""What is said of a problem, in the dossier's language."""

from collections.abc import Mapping

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.source.invisible import reveal
from mkdocs_dossier.source.loose_dates import read_loosely, read_said, read_short


def write_message(say: Texts, key: str, values: Mapping[str, str]) -> str:
    """The text `problems.{key}`, with its suggestion.

    `nearest` among the values is suggested; where there is none, `choices` are listed.
    """
    suggestion = ""
    if nearest := values.get("nearest"):
        suggestion = say("did-you-mean", nearest=nearest)
    elif choices := values.get("choices"):
        suggestion = say("choices", choices=choices)
    shown = {name: reveal(value) for name, value in values.items()}
    return say(f"problems.{key}", **{"suggestion": suggestion, **shown})


def answer_date(values: Mapping[str, str], language: str) -> tuple[str, dict[str, str]]:
    """The message key and values for a text (`found`) that is no date but may be meant as one."""
    found = values["found"]
    match read_loosely(found, language):
        case [date]:
            return "date.written", {**values, "nearest": date}
        case [day_first, month_first]:
            return "date.ambiguous", {**values, "day": day_first, "month": month_first}
    if said := read_said(found, values.get("field", ""), language):
        return "date.written", {**values, "nearest": said}
    if short := read_short(found, language):
        return "date.short-year", {**values, "nearest": short}
    return "date.syntax", dict(values)
