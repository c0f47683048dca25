"""What each record gives to a format, kept from one build to the next.

A piece is kept with all that the tables of the dossier were asked for while it was made. Where they
answer the same in a later build, making it again would give the same.
"""

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

import orjson

from mkdocs_dossier.model.reads import Read, Service, note, record_reads
from mkdocs_dossier.source.answers import Answers, restore_key

GROUPS = 16
"""Into how many parts the pieces of a name are kept: one that is the same is not written again."""


class Piece(NamedTuple):
    """A piece, what was read for it, and a digest of what that was."""

    reads: tuple[Read, ...]
    slice: str
    content: bytes


class Keep(NamedTuple):
    """Where texts are kept from one build to the next, by a name; and what answers reads now."""

    find: Callable[[str], bytes | None]
    put: Callable[[str, bytes], None]
    answers: Answers


class Pieces(Service):
    """The pieces of all records by a name and the record's id.

    `answers` are digests of what is there for a read, `world` stands for what none notes: pieces
    of another one are none. `ids` are those of all records. `made` names the pieces that were made
    anew.
    """

    def __init__(
        self,
        world: str,
        ids: Collection[str],
        keep: Keep,
    ) -> None:
        self._answers, self._world, self._ids = keep.answers, world, ids
        self._keep = keep
        self._last: dict[str, dict[str, Piece]] = {}
        self._now: dict[str, dict[str, Piece]] = defaultdict(dict)
        self.made: list[tuple[str, str]] = []

    def recall(self, name: str, id: str, make: Callable[[], bytes]) -> bytes:
        """The piece of a record: the last one if it was made from the same, else a new one.

        Whoever asks within the making of another piece reads what this one read.
        """
        if name not in self._last:
            self._last[name] = self._read(name)
        piece = self._now[name].get(id)
        if piece is None:
            piece = self._last[name].get(id)
            if piece is None or piece.slice != self._digest(piece.reads):
                piece = self._make(make)
                self.made.append((name, id))
            self._now[name][id] = piece
        note(piece.reads)
        return piece.content

    def settle(self) -> None:
        """Keep what there is, and let go of it: the pieces of a name are asked for together."""
        for name, pieces in self._now.items():
            there = {id: each for id, each in self._last[name].items() if id in self._ids}
            last, now = _group(self._last[name]), _group({**there, **pieces})
            for number in range(GROUPS):
                if now[number] != last[number]:
                    self._keep.put(f"pieces/{name}/{number}", _write(self._world, now[number]))
        self._last.clear()
        self._now.clear()

    def _make(self, make: Callable[[], bytes]) -> Piece:
        found: set[Read] = set()
        with record_reads(found):
            content = make()
        reads = tuple(found)
        return Piece(reads, self._digest(reads), content)

    def _digest(self, reads: Iterable[Read]) -> str:
        answers = "".join(map(self._answers.__getitem__, reads))
        return hashlib.blake2b(answers.encode(), digest_size=16).hexdigest()

    def _read(self, name: str) -> dict[str, Piece]:
        found: dict[str, Piece] = {}
        for number in range(GROUPS):
            found |= _read(self._world, self._keep.find(f"pieces/{name}/{number}"))
        return found


def _group(pieces: Mapping[str, Piece]) -> dict[int, dict[str, Piece]]:
    groups: dict[int, dict[str, Piece]] = {number: {} for number in range(GROUPS)}
    for id, piece in pieces.items():
        groups[zlib.crc32(id.encode()) % GROUPS][id] = piece
    return groups


def _write(world: str, pieces: Mapping[str, Piece]) -> bytes:
    """A line of what there is, then the pieces."""
    places: dict[Read, int] = {}
    lines = []
    for id, (reads, slice_, content) in pieces.items():
        inside = [places.setdefault(read, len(places)) for read in reads]
        lines.append((id, inside, slice_, len(content)))
    head = orjson.dumps((world, list(places), lines))
    return b"".join([head, b"\n", *(piece.content for piece in pieces.values())])


def _read(world: str, written: bytes | None) -> dict[str, Piece]:
    """The pieces that `_write` wrote; none where they were made in another world."""
    found: dict[str, Piece] = {}
    if written:
        at = written.index(b"\n") + 1
        made_in, reads, lines = orjson.loads(written[: at - 1])
        table = [(name, restore_key(key)) for name, key in reads]
        for id, inside, slice_, size in lines if made_in == world else ():
            content = written[at : at + size]
            found[id] = Piece(tuple(table[place] for place in inside), slice_, content)
            at += size
    return found
