"""Facts of which nothing says how they are known."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Event, Identified, Record

_FIELDS = ("statements", "offices", "relations", "participants")


def find_unsourced(holder: Identified) -> Iterator[tuple[Path, Sourced]]:
    """The statements, offices, relations and participants of a file without source or basis.

    A source of the record covers those that it names (`supports: [offices]`); one of an event that
    names nothing covers its participants too, for they are what the event consists of.
    """
    for field in _FIELDS:
        facts: Sequence[Sourced] = getattr(holder, field, ())
        for index, fact in enumerate(facts):
            if not fact.supporting and not fact.basis and not _is_covered(holder, field):
                yield (field, index), fact


def _is_covered(holder: Identified, field: str) -> bool:
    if not isinstance(holder, Record):
        return False
    whole = isinstance(holder, Event) and field == "participants"
    named = [each.supports for each in holder.sources if not each.against]
    return any(field in each or (whole and not each) for each in named) or (
        whole and bool(holder.basis)
    )
