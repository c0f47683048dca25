"""Where the values of a file stand, kept small: of most files, nobody ever asks."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

import orjson

from mkdocs_dossier.model.base import Path

Position = tuple[int, int]
"""Line and column, from 1, in code points."""


class PackedPositions(Mapping[Path, Position]):
    """Positions by path, as JSON; read again when one is asked for."""

    __slots__ = ("written",)

    def __init__(self, written: str) -> None:
        self.written = written

    def __getitem__(self, path: Path) -> Position:
        found = self.get(path)
        if found is None:
            raise KeyError(path)
        return cast(Position, found)

    def get(self, path: Path, default: Any = None) -> Any:
        """The position of a path, found in what is written: of most files, few are asked for."""
        sought = f"[{orjson.dumps(path).decode()},["
        at = self.written.find(sought)
        if at < 0:
            return default
        at += len(sought)
        line, column = self.written[at : self.written.index("]", at)].split(",")
        return int(line), int(column)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, tuple) and self.get(path) is not None

    def __iter__(self) -> Iterator[Path]:
        return iter(_unpack(self.written))

    def __len__(self) -> int:
        return len(_unpack(self.written))


def pack(positions: Mapping[Path, Position]) -> Mapping[Path, Position]:
    """The same in a tenth of the memory; as they are where a key is no text that JSON can hold."""
    try:
        return PackedPositions(orjson.dumps(list(positions.items())).decode())
    except TypeError:
        return positions


@lru_cache(maxsize=64)
def _unpack(written: str) -> dict[Path, Position]:
    return {tuple(path): (line, column) for path, (line, column) in orjson.loads(written)}
