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


Written = dict[str, list[str]]
"""What files hold, by the digest of what is written in each: a Known as a list."""


class KnownFiles:
    """What an earlier run left in a store, and what this one will leave."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        piece = store.last(_NAME, None) if store else None
        self._then: Written = orjson.loads(piece) if piece else {}
        self._learnt: Written = {}
        self.found: Written = {}

    @property
    def count(self) -> int:
        """How many files an earlier run left."""
        return len(self._then)

    def learn(self, written: Written) -> None:
        """Take over what another process found."""
        self._learnt |= written

    def find(self, key: str) -> Known | None:
        """What was found before in what is written so."""
        found = self._then.get(key) or self._learnt.get(key)
        if found is None:
            return None
        self.found[key] = found
        return Known(*found)

    def forget(self, key: str) -> None:
        """Let what was found stand for nothing: it is not without fault."""
        self.found.pop(key, None)
        self._learnt.pop(key, None)

    def put(self, key: str, data: Any, positions: object, key_positions: object) -> None:
        """Remember a file that is without fault; not where it holds what JSON cannot."""
        if isinstance(positions, PackedPositions) and isinstance(key_positions, PackedPositions):
            written = orjson.dumps(data).decode()
            self.found[key] = [written, positions.written, key_positions.written]

    def keep(self) -> None:
        """Leave what this run read to the next, if that is something else."""
        if self._store and self.found.keys() != self._then.keys():
            self._store.put_last(_NAME, None, orjson.dumps(self.found))


def key_of(model: type[Value], first_line: int, written: str) -> str:
    """Under which what is written as a `model`, from a line on, is known. About 5 µs."""
    return digest_texts((model.__name__, str(first_line), written)).hex()
