"""The text of one file to a typed value, with all that is wrong in it."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.characters import replace_forbidden
from mkdocs_dossier.model.dossier import Origin
from mkdocs_dossier.model.positions import PackedPositions, pack
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.verification import Verified
from mkdocs_dossier.source import files, front_matter, hints, invisible
from mkdocs_dossier.source.going_on import Reading, keep_apart, place, read_on
from mkdocs_dossier.source.known import KnownFiles, key_of
from mkdocs_dossier.source.texts import find_forbidden, judge_body, judge_fields
from mkdocs_dossier.source.tree import Fault, Tree
from mkdocs_dossier.source.validate import validate


@dataclass(frozen=True)
class Parsed:
    """One file, read: the value (None when there is none), its faults, and where things stand."""

    origin: Origin
    faults: tuple[Fault, ...] = ()
    value: Value | None = None


def parse_file(
    file: Path | str, path: str, model: type[Value], id: str = "", known: KnownFiles | None = None
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
    parsed = _recall(written, path, model, known, key) if known else None
    if parsed is None:
        plain = _read_plain(written, model, first_line)
        parsed = _make_value(plain, written, path, model)
        faultless = not parsed.faults and not parsed.origin.faulty and parsed.value is not None
        if known and plain.tree and faultless:
            known.put(key, plain.tree.data, parsed.origin.positions, parsed.origin.key_positions)
    if isinstance(parsed.value, Identified):
        parsed.value._id = id
    return parsed


def _recall(
    written: str, path: str, model: type[Value], known: KnownFiles, key: str
) -> Parsed | None:
    """The file by what was found in it before; None where that is nothing, or no `model`."""
    found = known.find(key)
    if found is None:
        return None
    try:
        value = model.model_validate(found.data)
    except ValidationError:  # only its YAML was read
        known.forget(key)
        return None
    places = PackedPositions(found.positions), PackedPositions(found.key_positions)
    return Parsed(Origin(path, written, *places), (), value)


def read_ahead(file: Path | str, model: type[Value], known: KnownFiles) -> None:
    """Let `known` learn what a file holds, if its YAML is without fault; no value is made of it."""
    try:
        written, first_line = files.read_text(file), 1
    except files.Unreadable:
        return
    if any(find_forbidden(written)):
        return
    if issubclass(model, Article):
        split = front_matter.split(written)
        if isinstance(split, Fault):
            return
        written, first_line = split.header, 2
    plain = _read_plain(written, model, first_line)
    if plain.tree and not plain.faults and not plain.excess:
        positions, key_positions = pack(plain.tree.positions), pack(plain.tree.key_positions)
        known.put(key_of(model, first_line, written), plain.tree.data, positions, key_positions)


@dataclass(frozen=True)
class _Plain:
    """What is written in a file, before a value is made of it: a mapping, or None.

    `excess`: the faults for which no value is made.
    """

    tree: Tree | None
    reading: Reading
    faults: list[Fault]
    excess: list[Fault] = field(default_factory=list)


def _read_plain(written: str, model: type[Value], first_line: int) -> _Plain:
    text, odd = invisible.mend(written, first_line)
    items = limits.VERIFIED if issubclass(model, Verified) else limits.ITEMS
    reading = read_on(text, first_line, items)
    odd += reading.faults
    tree = reading.tree
    if tree is None:
        return _Plain(None, reading, odd)
    tree.faults += hints.warn(tree, reading.text, first_line)
    place(tree, reading)
    faults = [*odd, *keep_apart(tree.faults, reading)]
    if not isinstance(tree.data, dict):
        if tree.complete:
            key = "yaml.empty" if tree.data is None else "yaml.not-mapping"
            faults.append(Fault(tree.positions.get((), (first_line, 1)), "yaml", key))
        return _Plain(None, reading, faults)
    excess = [] if issubclass(model, Verified) else list(judge_fields(tree))
    return _Plain(tree, reading, faults, excess)


def _make_value(plain: _Plain, written: str, path: str, model: type[Value]) -> Parsed:
    if plain.tree is None:
        return Parsed(Origin(path, written), tuple(plain.faults))
    valid = validate(model, plain.tree)
    places = pack(valid.positions), pack(valid.key_positions)
    origin = Origin(path, written, *places, frozenset(valid.faulty))
    value = None if plain.excess else valid.value
    of_value = keep_apart(valid.faults, plain.reading)
    return Parsed(origin, (*plain.faults, *plain.excess, *of_value), value)
