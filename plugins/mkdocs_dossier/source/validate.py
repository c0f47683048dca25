"""Plain data to typed values; what does not fit is reported and set aside.

One bad field must hide no other problem of its record, so validation is repeated on what is left
after each round: a bad value is dropped, a missing one replaced by a placeholder, and both are
remembered as faulty so that no rule complains again.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.source.complaints import complain, holds_prose
from mkdocs_dossier.source.misnamed import find_misnamed, rename_fields
from mkdocs_dossier.source.tree import Fault, Tree

PLACEHOLDER = "?"
_ROUNDS = 20

V = TypeVar("V", bound=Value)


@dataclass
class Validated(Generic[V]):
    """The value (None when nothing could be saved), and where its parts stand now."""

    value: V | None
    positions: dict[Path, Position]
    key_positions: dict[Path, Position]
    faults: list[Fault] = field(default_factory=list)
    faulty: set[Path] = field(default_factory=set)


def validate(model: type[V], tree: Tree) -> Validated[V]:
    """Make a `model` of the tree's data, as much of it as fits."""
    state = Validated[V](None, dict(tree.positions), dict(tree.key_positions))
    data = tree.data
    for attempt in range(_ROUNDS):
        try:
            state.value = model.model_validate(data)
            return state
        except ValidationError as error:
            details = error.errors(include_url=False)
            if not attempt:
                data = copy.deepcopy(data)
            if len(details) > limits.PROBLEMS:
                state.faults += _report_first(details, model, data, state)
                return state
            misnamed = find_misnamed(details, model, data)
            state.faults += _complaints(details, model, data, state, misnamed)
            told = {*misnamed, *misnamed.values()}
            for detail in _deepest_first(details):
                if detail["loc"] not in told:
                    data = _repair(data, detail, state)
            state.positions, state.key_positions = rename_fields(
                data, misnamed, state.positions, state.key_positions
            )
            if not isinstance(data, dict):
                return state
    return state


def _report_first(
    details: list[ErrorDetails], model: type[Value], data: Any, state: Validated[V]
) -> list[Fault]:
    """The first complaints of very many, and how many they are: nothing can be saved there."""
    told = list(_complaints(details[: limits.PROBLEMS], model, data, state, {}))
    more = {"count": str(len(details) - limits.PROBLEMS)}
    place = told[-1].position if told else (1, 1)
    return [*told, Fault(place, "limit", "limit.problems", more)]


def _complaints(
    details: list[ErrorDetails],
    model: type[Value],
    data: Any,
    state: Validated[V],
    misnamed: dict[Path, Path],
) -> Iterator[Fault]:
    for detail in details:
        path = detail["loc"]
        if path in misnamed.values():
            continue
        if path in state.faulty or _is_consequence(detail, state):
            continue
        position = _nearest(state.positions, path)
        if detail["type"] in ("extra_forbidden", "unknown_key"):
            path = (*path, detail["ctx"]["key"]) if "ctx" in detail else path
            position = state.key_positions.get(path, position)
        yield complain(detail, model, data, position)


def _is_consequence(detail: ErrorDetails, state: Validated[V]) -> bool:
    """Whether something is missing only because of a fault reported at the same place."""
    path = detail["loc"]
    if detail["type"] in ("missing", "one_of") and holds_prose(detail["input"]):
        return True
    return detail["type"] == "one_of" and any(bad[: len(path)] == path for bad in state.faulty)


def _nearest(positions: dict[Path, Position], path: Path) -> Position:
    while path and path not in positions:
        path = path[:-1]
    return positions.get(path, (1, 1))


def _deepest_first(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """So that dropping an item of a list leaves the paths of the others right."""

    def depth(detail: ErrorDetails) -> list[tuple[int, str]]:
        return [(part, "") if isinstance(part, int) else (-1, part) for part in detail["loc"]]

    return sorted(details, key=depth, reverse=True)


def _repair(data: Any, detail: ErrorDetails, state: Validated[V]) -> Any:
    path = detail["loc"]
    if detail["type"] == "unknown_key":
        if isinstance(holder := _get(data, path), dict):
            holder.pop(detail["ctx"]["key"], None)
        return data
    if not path:
        return None
    parent = _get(data, path[:-1])
    if detail["type"] == "missing" and isinstance(parent, dict):
        if path in state.faulty:
            return _drop(data, path[:-1], state)
        state.faulty.add(path)
        parent[path[-1]] = PLACEHOLDER
    elif detail["type"] == "one_of":
        _choose_one(_get(data, path), detail["ctx"]["keys"].split(", "), path, state)
    elif isinstance(parent, dict):
        if path in state.faulty and path[-1] not in parent:
            return _drop(data, path[:-1], state)
        state.faulty.add(path)
        parent.pop(path[-1], None)
    else:
        return _drop(data, path, state)
    return data


def _choose_one(item: Any, keys: list[str], path: Path, state: Validated[V]) -> None:
    if not isinstance(item, dict):  # dropped for what else was wrong in it
        return
    present = [key for key in keys if item.get(key) is not None]
    for key in present[1:]:
        del item[key]
    if not present:
        item[keys[0]] = PLACEHOLDER
        state.faulty.add((*path, keys[0]))


def _get(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _drop(data: Any, path: Path, state: Validated[V]) -> Any:
    """Remove a value; in a list, the positions of those behind it move up by one."""
    if not path:
        return None
    parent, last = _get(data, path[:-1]), path[-1]
    state.faulty.add(path[:-1] if isinstance(last, int) else path)
    if isinstance(parent, dict):
        parent.pop(last, None)
    elif isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        del parent[last]
        state.positions = _shift(state.positions, path[:-1], last)
        state.key_positions = _shift(state.key_positions, path[:-1], last)
        state.faulty = set(_shift(dict.fromkeys(state.faulty, (0, 0)), path[:-1], last))
    return data


def _shift(positions: dict[Path, Position], base: Path, dropped: int) -> dict[Path, Position]:
    depth, moved = len(base), {}
    for path, position in positions.items():
        part = path[depth] if len(path) > depth and path[:depth] == base else None
        if not isinstance(part, int) or part < dropped:
            moved[path] = position
        elif part > dropped:
            moved[*base, part - 1, *path[depth + 1 :]] = position
    return moved
