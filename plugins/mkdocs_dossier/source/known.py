"""What the files that are without fault hold, from run to run, by a digest of what is written."""

from typing import Any, NamedTuple, Protocol

import orjson

from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.positions import PackedPositions
from mkdocs_dossier.source.digest import digest_texts

_NAME = "parsed"


class Store(Protocol):
    """Where one run leaves something to the next, made by the same code."""

    def last(self, name: str, made_from: Any) -> bytes | None:
        """What was left under a name."""

    def put_last(self, name: str, made_from: Any, piece: bytes) -> None:
        """Leave it."""


class Known(NamedTuple):
    """The data of a file, as JSON, and where its values and keys stand."""

    written: str
    positions: str
    key_positions: str

    @property
    def data(self) -> Any:
        """As the parser gave it."""
        return orjson.loads(self.written)


class KnownFiles:
    """What an earlier run left, and what this one will leave."""

    def __init__(self, store: Store) -> None:
        self._store = store
        piece = store.last(_NAME, None)
        self._then: dict[str, list[str]] = orjson.loads(piece) if piece else {}
        self._now: dict[str, list[str]] = {}

    def find(self, key: str) -> Known | None:
        """What was found last time in what is written so."""
        found = self._then.get(key)
        if found is None:
            return None
        self._now[key] = found
        return Known(*found)

    def put(self, key: str, data: Any, positions: object, key_positions: object) -> None:
        """Remember a file that is without fault; not where it holds what JSON cannot."""
        if isinstance(positions, PackedPositions) and isinstance(key_positions, PackedPositions):
            written = orjson.dumps(data).decode()
            self._now[key] = [written, positions.written, key_positions.written]

    def keep(self) -> None:
        """Leave what this run read to the next, if that is something else."""
        if self._now.keys() != self._then.keys():
            self._store.put_last(_NAME, None, orjson.dumps(self._now))


def key_of(model: type[Value], first_line: int, written: str) -> str:
    """Under which what is written as a `model`, from a line on, is known. About 5 µs."""
    return digest_texts((model.__name__, str(first_line), written)).hex()
