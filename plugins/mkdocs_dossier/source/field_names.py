"""What fields are called in the languages of the program: « nom » is another name of `name`."""

from collections.abc import Iterable
from functools import cache

from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model.nearest import Choices


@cache
def _read_labels() -> dict[str, str]:
    """What each field is called, by the label; 40 ms, and asked for where something is wrong."""
    return {
        text: key.removesuffix(".label")
        for language in languages()
        for key, text in texts(language).under("fields").items()
        if key.endswith(".label")
    }


@cache
def list_fields() -> frozenset[str]:
    """Every field of the data format, whatever it is a field of."""
    return frozenset(_read_labels().values())


@cache
def choices_among(fields: tuple[str, ...]) -> Choices:
    """The fields of a mapping, with what they are called."""
    return Choices(fields, _read_labels())


def field_named(found: str, fields: Iterable[str]) -> str:
    """The field that has `found` as a label, or an empty text."""
    return choices_among(tuple(fields)).named(found)


def nearest_field(found: str, fields: Iterable[str]) -> str:
    """The field that was most likely meant, or an empty text."""
    choices = choices_among(tuple(fields))
    return choices.named(found) or choices.nearest(found)
