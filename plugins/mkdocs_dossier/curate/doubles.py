"""Items of lists that would stand there twice once two records are one."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_dossier.curate.references import Edit, Renaming
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.dossier import Origin
from mkdocs_dossier.model.places import offset_of
from mkdocs_dossier.model.provenance import PartyValue
from mkdocs_dossier.model.references import Reference, Term

_LINE = re.compile(r"[ \t]*-[ \t]+[\"']?([a-z0-9-]+)[\"']?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")


def find_doubles(value: Value, origin: Origin, renaming: Renaming) -> Iterator[Path]:
    """The places of items that say nothing but the old id, in lists that name the new one too."""
    for path, each in value.walk():
        if not isinstance(each, list):
            continue
        ids = [_id_of(item) for item in each]
        if renaming.old not in ids or renaming.new not in ids:
            continue
        for index, id in enumerate(ids):
            place = (*path, index)
            if id == renaming.old and not any(
                inner[: len(place)] == place and len(inner) > len(place)
                for inner in origin.positions
            ):
                yield place


def _id_of(item: Any) -> str:
    if isinstance(item, Reference) and not isinstance(item, Term):
        return str(item)
    return str(item.actor or "") if isinstance(item, PartyValue) else ""


def edit_doubles(edits: set[Edit], places: Iterable[Path], origin: Origin) -> set[Edit]:
    """The edits, where those of such items take the item out."""
    text = origin.text
    for place in places:
        at = offset_of(text, origin.locate(place))
        [edit] = [each for each in edits if at <= each.start <= at + 1]
        edits = (edits - {edit}) | {_take_out(text, edit)}
    return edits


def _take_out(text: str, edit: Edit) -> Edit:
    line = max(text.rfind("\n", 0, edit.start), text.rfind("\r", 0, edit.start)) + 1
    if whole := _LINE.match(text, line):
        return Edit(line, whole.end(), "")
    start, end = edit.start, edit.end
    if text[start - 1 : start] in ("'", '"'):
        start, end = start - 1, end + 1
    if after := re.compile(r"\s*,\s*").match(text, end):
        return Edit(start, after.end(), "")
    before = re.search(r",\s*\Z", text[:start])
    return Edit(before.start() if before else start, end, "")
