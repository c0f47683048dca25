"""What fields are called in the languages of the program: « nom » is another name of `name`."""

from collections.abc import Iterable
from functools import cache, lru_cache

from mkdocs_dossier.locales import languages, texts
from mkdocs_dossier.model.nearest import Choices


@lru_cache
def _labels() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in languages():
        for key, text in texts(language).under("fields").items():
            field, _, part = key.partition(".")
            if part == "label":
                found[text] = field
    return found


@cache
def choices_among(fields: tuple[str, ...]) -> Choices:
    """The fields of a mapping, with what they are called."""
    return Choices(fields, _labels())


def field_named(found: str, fields: Iterable[str]) -> str:
    """The field that has `found` as a label, or an empty text."""
    return choices_among(tuple(fields)).named(found)


def nearest_field(found: str, fields: Iterable[str]) -> str:
    """The field that was most likely meant, or an empty text."""
    choices = choices_among(tuple(fields))
    return choices.named(found) or choices.nearest(found)
