"""Facts of which nothing says how they are known."""

from collections.abc import Iterator

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.model.records import Event, Identified, Office, Participant, Record, Relation


def find_unsourced(holder: Identified) -> Iterator[tuple[Path, Sourced]]:
    """The statements, offices, relations and participants of a file without source or basis.

    A source of the record covers those that it names (`supports: [offices]`); one of an event that
    names nothing covers its participants too, for they are what the event consists of.
    """
    for path, fact in holder.walk():
        if (
            isinstance(fact, Statement | Office | Relation | Participant)
            and not fact.supporting
            and not fact.basis
            and not _is_covered(holder, str(path[0]))
        ):
            yield path, fact


def _is_covered(holder: Identified, field: str) -> bool:
    if not isinstance(holder, Record):
        return False
    whole = isinstance(holder, Event) and field == "participants"
    named = [each.supports for each in holder.sources if not each.against]
    return any(field in each or (whole and not each) for each in named) or (
        whole and bool(holder.basis)
    )
