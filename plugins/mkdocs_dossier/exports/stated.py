"""The facts of a file: all that has sources of its own, with the ids that all formats use."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.keys import name_all
from mkdocs_dossier.model.provenance import Source, Sourced
from mkdocs_dossier.model.records import Actor, Event, Identified, Record


@dataclass(frozen=True)
class Stated:
    """A fact with the id that all formats know it by, and the record that holds it.

    `kind`: 'record', 'statement', 'office', 'relation', 'participation', 'version' or 'note'.
    The id is that of the record, `record#statement`, or the path in its file, where a fact is named
    by what it says: `wang-huning/offices/president-2023`. `anchor` is its place on the record's
    page; empty for the whole page.
    """

    id: str
    kind: str
    holder: Identified
    value: Record | Sourced
    anchor: str = ""


def list_facts(holder: Identified) -> Iterator[Stated]:
    """The facts of one file: itself, if it is a record, and all that has sources of its own."""
    if isinstance(holder, Record):
        yield Stated(holder.id, "record", holder, holder)
    for kind, path, values in _list_fields(holder):
        for name, value in zip(name_all(values), values, strict=True):
            anchor = f"_{path.removesuffix('s')}-{name}"
            yield Stated(f"{holder.id}/{path}/{name}", kind, holder, value, anchor)
    for statement in holder.statements:
        said = Said(holder, statement)
        yield Stated(said.reference, "statement", holder, statement, said.anchor)
    for name, dispute in zip(name_all(holder.disputes), holder.disputes, strict=True):
        for own, version in zip(name_all(dispute.versions), dispute.versions, strict=True):
            path = f"{holder.id}/disputes/{name}/versions/{own}"
            yield Stated(path, "version", holder, version, f"_dispute-{name}")
    for name, note in zip(name_all(holder.notes), holder.notes, strict=True):
        yield Stated(f"{holder.id}/notes/{name}", "note", holder, note, f"_note-{name}")


def _list_fields(holder: Identified) -> Iterator[tuple[str, str, list[Sourced]]]:
    if isinstance(holder, Actor):
        yield "office", "offices", [*holder.offices]
        yield "relation", "relations", [*holder.relations]
    if isinstance(holder, Event):
        yield "participation", "participants", [*holder.participants]


def sources_of(fact: Stated) -> list[Source]:
    """The sources of a fact, in their order."""
    return fact.value.sources if isinstance(fact.value, Record | Sourced) else []


def name_sources(fact: Stated) -> Iterator[tuple[str, Source]]:
    """The same with their ids: the fact's, and where the fact is written."""
    sources = sources_of(fact)
    for name, source in zip(name_all(sources), sources, strict=True):
        yield f"{fact.id}/sources/{name}", source
