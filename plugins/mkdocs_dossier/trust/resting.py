"""What rests on one origin alone, so that a reader can take back the trust in it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.model.records import Event, Identified, Record
from mkdocs_dossier.trust.origins import find_origins, find_record_origins

GROUPS = ("statement", "relation", "office", "event", "record")


@dataclass(frozen=True)
class Resting:
    """A fact that one origin alone tells: `group` is one of GROUPS, `holder` the record it is in.

    `fact` is the holder itself for an event and for what a record's own sources establish.
    """

    group: str
    holder: Identified
    fact: Sourced | Identified

    @property
    def reference(self) -> str:
        """`record#statement`, else the record's id."""
        if isinstance(self.fact, Statement):
            return Said(self.holder, self.fact).reference
        return self.holder.id


def facts_by_sole_origin(dossier: Dossier) -> dict[str, list[Resting]]:
    """Every fact that has one origin, each once, by that origin (an actor's id, or a name).

    Facts are statements, relations, offices, events, and what a record's own sources establish.
    They come in the order of GROUPS, then of files. Reads the whole dossier.
    """
    found: dict[str, list[Resting]] = defaultdict(list)
    for each in _list_facts(dossier):
        if isinstance(each.fact, Sourced):
            origins = find_origins(each.fact, dossier)
        else:
            origins = find_record_origins(each.fact, dossier)
        if len(origins) == 1:
            found[origins.all[0]].append(each)
    for facts in found.values():
        facts.sort(key=lambda each: GROUPS.index(each.group))
    return dict(found)


def _list_facts(dossier: Dossier) -> Iterator[Resting]:
    fields = {"statements": "statement", "offices": "office", "relations": "relation"}
    for holder in dossier.everything():
        for field, group in fields.items():
            for value in getattr(holder, field, ()):
                yield Resting(group, holder, value)
        if isinstance(holder, Event):
            yield Resting("event", holder, holder)
        elif isinstance(holder, Record):
            yield Resting("record", holder, holder)
