"""The text of one file to a typed value, with all that is wrong in it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.characters import replace_forbidden
from mkdocs_dossier.model.dossier import Origin
from mkdocs_dossier.model.positions import PackedPositions, pack
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.verification import Verified
from mkdocs_dossier.source import files, front_matter, hints, invisible
from mkdocs_dossier.source.going_on import keep_apart, place, read_on
from mkdocs_dossier.source.known import KnownFiles, key_of
from mkdocs_dossier.source.texts import find_forbidden, judge_body, judge_fields
from mkdocs_dossier.source.tree import Fault
from mkdocs_dossier.source.validate import validate


@dataclass(frozen=True)
class Parsed:
    """One file, read: the value (None when there is none), its faults, and where things stand."""

    origin: Origin
    faults: tuple[Fault, ...] = ()
    value: Value | None = None


def parse_file(
    file: Path, path: str, model: type[Value], id: str = "", known: KnownFiles | None = None
) -> Parsed:
    """Read a file of a dossier, named `path` in it, as a `model`. Raises nothing.

    `known`: what it may hold, if an earlier run read the same.
    """
    try:
        text = files.read_text(file)
    except files.Unreadable as error:
        return Parsed(Origin(path), (Fault(error.position, "file", error.key, error.values),))
    return parse_text(text, path, model, id, known)


def parse_text(
    text: str, path: str, model: type[Value], id: str = "", known: KnownFiles | None = None
) -> Parsed:
    """The same for what a file holds."""
    forbidden = tuple(find_forbidden(text))
    if not forbidden:
        return _parse_text(text, path, model, id, known)
    parsed = _parse_text(replace_forbidden(text), path, model, id, None)
    return replace(parsed, faults=(*forbidden, *parsed.faults))


def _parse_text(
    text: str, path: str, model: type[Value], id: str, known: KnownFiles | None
) -> Parsed:
    if not issubclass(model, Article):
        return _parse_yaml(text, path, model, id, known)
    split = front_matter.split(text)
    if isinstance(split, Fault):
        return Parsed(Origin(path, text), (split,))
    parsed = _parse_yaml(split.header, path, model, id, known, first_line=2)
    parsed = replace(parsed, origin=replace(parsed.origin, text=text))
    excess = tuple(judge_body(split.body, split.body_line))
    if excess:
        return replace(parsed, faults=(*parsed.faults, *excess), value=None)
    if isinstance(parsed.value, Article):
        parsed.value._text = split.body
        parsed.value._body_line = split.body_line
    return parsed


def _parse_yaml(
    written: str,
    path: str,
    model: type[Value],
    id: str,
    known: KnownFiles | None,
    first_line: int = 1,
) -> Parsed:
    key = key_of(model, first_line, written) if known else ""
    found = known.find(key) if known else None
    if found:
        places = PackedPositions(found.positions), PackedPositions(found.key_positions)
        parsed = Parsed(Origin(path, written, *places), (), model.model_validate(found.data))
    else:
        parsed, data = _read_yaml(written, path, model, first_line)
        if known and not parsed.faults and not parsed.origin.faulty and parsed.value is not None:
            known.put(key, data, parsed.origin.positions, parsed.origin.key_positions)
    if isinstance(parsed.value, Identified):
        parsed.value._id = id
    return parsed


def _read_yaml(written: str, path: str, model: type[Value], first_line: int) -> tuple[Parsed, Any]:
    """The file, and the plain data that its value was made of."""
    text, odd = invisible.mend(written, first_line)
    items = limits.VERIFIED if issubclass(model, Verified) else limits.ITEMS
    reading = read_on(text, first_line, items)
    odd += reading.faults
    tree = reading.tree
    if tree is None:
        return Parsed(Origin(path, written), tuple(odd)), None
    tree.faults += hints.warn(tree, reading.text, first_line)
    place(tree, reading)
    faults = [*odd, *keep_apart(tree.faults, reading)]
    if not isinstance(tree.data, dict):
        if tree.complete:
            key = "yaml.empty" if tree.data is None else "yaml.not-mapping"
            faults.append(Fault(tree.positions.get((), (first_line, 1)), "yaml", key))
        return Parsed(Origin(path, written), tuple(faults)), None
    excess = [] if issubclass(model, Verified) else list(judge_fields(tree))
    valid = validate(model, tree)
    places = pack(valid.positions), pack(valid.key_positions)
    origin = Origin(path, written, *places, frozenset(valid.faulty))
    value = None if excess else valid.value
    parsed = Parsed(origin, (*faults, *excess, *keep_apart(valid.faults, reading)), value)
    return parsed, tree.data
