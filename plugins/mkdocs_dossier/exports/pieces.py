"""What each record gives to a format, kept from one build to the next."""

import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping

import orjson

GROUPS = 16
"""Into how many parts the pieces of a name are kept: one that is the same is not written again."""

Found = tuple[bytes, bytes]
"""The slice that a piece was made from, and the piece."""


class Pieces:
    """The pieces of all records by a name and the record's id.

    `slices` gives for each record a digest of all that its pieces are made from; a piece is made
    where that is another one than last time. `find` and `put` keep texts by a name. `made` names
    the pieces that were made anew.
    """

    def __init__(
        self,
        slices: Mapping[str, bytes],
        find: Callable[[str], bytes | None],
        put: Callable[[str, bytes], None],
    ) -> None:
        self._slices, self._find, self._put = slices, find, put
        self._last: dict[str, dict[str, Found]] = {}
        self._now: dict[str, dict[str, Found]] = defaultdict(dict)
        self.made: list[tuple[str, str]] = []

    def recall(self, name: str, id: str, make: Callable[[], bytes]) -> bytes:
        """The piece of a record: the last one if it was made from the same, else a new one."""
        if name not in self._last:
            self._last[name] = self._read(name)
        slice_, piece = self._now[name].get(id) or self._last[name].get(id, (b"", b""))
        if slice_ != self._slices[id]:
            slice_, piece = self._slices[id], make()
            self.made.append((name, id))
        self._now[name][id] = slice_, piece
        return piece

    def settle(self) -> None:
        """Keep what there is, and let go of it: the pieces of a name are asked for together."""
        for name, pieces in self._now.items():
            there = {id: each for id, each in self._last[name].items() if id in self._slices}
            last, now = _group(self._last[name]), _group({**there, **pieces})
            for number in range(GROUPS):
                if now[number] != last[number]:
                    self._put(f"pieces/{name}/{number}", _write(now[number]))
        self._last.clear()
        self._now.clear()

    def _read(self, name: str) -> dict[str, Found]:
        found: dict[str, Found] = {}
        for number in range(GROUPS):
            found |= _read(self._find(f"pieces/{name}/{number}"))
        return found


def _group(pieces: Mapping[str, Found]) -> dict[int, dict[str, Found]]:
    groups: dict[int, dict[str, Found]] = {number: {} for number in range(GROUPS)}
    for id, piece in pieces.items():
        groups[zlib.crc32(id.encode()) % GROUPS][id] = piece
    return groups


def _write(pieces: Mapping[str, Found]) -> bytes:
    """A line of what there is, then the pieces."""
    head = [(id, slice_.hex(), len(piece)) for id, (slice_, piece) in pieces.items()]
    return b"".join([orjson.dumps(head), b"\n", *(piece for _, piece in pieces.values())])


def _read(written: bytes | None) -> dict[str, Found]:
    """The pieces that `_write` wrote."""
    found: dict[str, Found] = {}
    if written:
        at = written.index(b"\n") + 1
        for id, slice_, size in orjson.loads(written[: at - 1]):
            found[id] = bytes.fromhex(slice_), written[at : at + size]
            at += size
    return found
