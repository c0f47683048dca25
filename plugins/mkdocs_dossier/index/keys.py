"""What facts are called within their file: by what they say, so that each keeps its name where
others come and go.
"""

from collections.abc import Iterable

from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dates import STILL
from mkdocs_dossier.model.provenance import Dispute, NoteValue, Source, Version
from mkdocs_dossier.model.records import Office, Participant, Relation
from mkdocs_dossier.model.slug import slugify_words

_WORDS = 6


def name_all(values: Iterable[Value]) -> list[str]:
    """A name for each fact of one list, in its order: no two are the same.

    Of two that say the same, the second in the file gets a number.
    """
    names: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for value in values:
        name = key = _key_of(value)
        number = numbers.get(key, 1)
        while name in names:
            number += 1
            name = f"{key}-{number}"
        names[name], numbers[key] = None, number
    return list(names)


def _key_of(value: Value) -> str:
    """Words of the fact itself, and the year in which it begins; never a mere number, as facts were
    once known by their places.
    """
    if isinstance(value, Office):
        key = slugify_words(value.title, _WORDS) + _year_of(value)
    elif isinstance(value, Relation):
        key = f"{value.type}-{value.with_}" + _year_of(value)
    elif isinstance(value, Participant):
        key = str(value.actor or "") or slugify_words(value.name or "", _WORDS)
    elif isinstance(value, Dispute):
        key = slugify_words(value.about, _WORDS)
    elif isinstance(value, Version):
        key = slugify_words(value.value or value.text or "", _WORDS)
    elif isinstance(value, Source):
        key = _key_of_source(value)
    else:
        assert isinstance(value, NoteValue)
        key = slugify_words(value.text, _WORDS)
    return f"n-{key}" if key.isdigit() else key


def _key_of_source(source: Source) -> str:
    if source.article:
        return str(source.article)
    if source.statement:
        return f"{source.statement.record}-{source.statement.statement}"
    return slugify_words(source.document.title, _WORDS) if source.document else ""


def _year_of(value: Office | Relation) -> str:
    begun = value.start or value.date
    first = begun.earliest if begun and begun != STILL else None
    return f"-{first.year}" if first and first.year > 0 else ""
