"""The time of an office or a relation."""

from mkdocs_dossier.model.days import FIRST, LAST, Day
from mkdocs_dossier.model.records import Office, Relation


def may_overlap(one: Office | Relation, other: Office | Relation) -> bool:
    """Whether both can hold on some day; what is not dated can hold on any."""
    first, last = _bounds(one)
    other_first, other_last = _bounds(other)
    return first <= other_last and other_first <= last


def _bounds(value: Office | Relation) -> tuple[Day, Day]:
    """The first and last day that it can touch; `date` alone is one attested day."""
    start, end = value.start, value.end
    if value.date and not start and not end:
        start = end = value.date
    return (
        (start and start.earliest) or FIRST,
        (end and end.latest) or LAST,
    )
