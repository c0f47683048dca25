"""Fields under another name than theirs (`nom: …` for `name: …`): one slip, one problem."""

from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.source.complaints import keys_at
from mkdocs_dossier.source.field_names import field_named, nearest_field

Positions = dict[Path, Position]


def find_misnamed(
    details: Iterable[ErrorDetails], model: type[Value], data: Any
) -> dict[Path, Path]:
    """Paths as written to paths as meant: where a label, or a slip for what is missing, stands."""
    details = list(details)
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    found: dict[Path, Path] = {}
    for detail in details:
        if detail["type"] != "extra_forbidden":
            continue
        *around, written = detail["loc"]
        known = keys_at(model, tuple(around))
        named = field_named(str(written), known)
        meant = (*around, named or nearest_field(str(written), known))
        is_free = meant[-1] not in _at(data, around) and meant not in found.values()
        if meant[-1] and is_free and (named or meant in missing):
            found[detail["loc"]] = meant
    return found


def rename_fields(
    data: Any, misnamed: dict[Path, Path], positions: Positions, key_positions: Positions
) -> tuple[Positions, Positions]:
    """Move values to the fields that were meant; gives the positions as they are then."""
    for written, meant in misnamed.items():
        mapping = _at(data, written[:-1])
        mapping[meant[-1]] = mapping.pop(written[-1])
    return _move(positions, misnamed), _move(key_positions, misnamed)


def _move(positions: Positions, misnamed: dict[Path, Path]) -> Positions:
    moved: Positions = {}
    for path, position in positions.items():
        lengths = (length for length in range(len(path), 0, -1) if path[:length] in misnamed)
        length = next(lengths, 0)
        moved[(*misnamed[path[:length]], *path[length:]) if length else path] = position
    return moved


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for part in path:
        data = data[part]
    return data
