"""What each record gives to a format, kept from one build to the next.

A piece is kept with all that the tables of the dossier were asked for while it was made. Where they
answer the same in a later build, making it again would give the same.
"""

import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import orjson

from mkdocs_dossier.model.reads import Read, Service, note, record_reads
from mkdocs_dossier.source.answers import Answers, restore

GROUPS = 16
"""Into how many parts the pieces of a name are kept: one that is the same is not written again."""


class Piece:
    """A piece with what was read for it, as it is written: the places of it in a list.

    Two are the same if they are one.
    """

    __slots__ = ("_inside", "_table", "content")

    def __init__(self, table: Sequence[str], inside: Sequence[int], content: bytes) -> None:
        self._table, self._inside = table, inside
        self.content = content

    @property
    def written(self) -> Iterator[str]:
        """What was read, as it is written."""
        return map(self._table.__getitem__, self._inside)

    @property
    def reads(self) -> Iterator[Read]:
        """What was read."""
        return map(_restore, self.written)


class _Answered(dict[str, str]):
    """What is answered now to a read as it is written: most are asked for again and again."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers

    def __missing__(self, written: str) -> str:
        found = self[written] = self._answers.find(_restore(written))
        return found


def _restore(written: str) -> Read:
    read: Read = restore(orjson.loads(written))
    return read


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
        self._world, self._ids = world, ids
        self._answered = _Answered(keep.answers)
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
            if piece is None:
                piece = self._make(make)
                self.made.append((name, id))
            self._now[name][id] = piece
        note(piece.reads)
        return piece.content

    def settle(self) -> None:
        """Keep what there is, and let go of it: the pieces of a name are asked for together."""
        while self._now:
            name, pieces = self._now.popitem()
            left = self._last.pop(name)
            last = _group(left)
            now = _group({id: each for id, each in left.items() if id in self._ids} | pieces)
            del left, pieces
            for number in range(GROUPS):
                mine = now.pop(number)
                if mine != last.pop(number):
                    written = _write(self._world, self._answered, mine)
                    self._keep.put(f"pieces/{name}/{number}", written)
        self._last.clear()

    def _make(self, make: Callable[[], bytes]) -> Piece:
        found: set[Read] = set()
        with record_reads(found):
            content = make()
        # most are read by many records: each is in memory once
        reads = [sys.intern(orjson.dumps(read).decode()) for read in found]
        return Piece(reads, range(len(reads)), content)

    def _read(self, name: str) -> dict[str, Piece]:
        """What the last build left of all that is still made from the same."""
        found: dict[str, Piece] = {}
        for number in range(GROUPS):
            written = self._keep.find(f"pieces/{name}/{number}")
            found |= _read(self._world, self._answered, written)
        return found


def join_parts(parts: Sequence[bytes]) -> bytes:
    """Several contents as one piece."""
    return b"".join([orjson.dumps([len(part) for part in parts]), b"\n", *parts])


def split_parts(content: bytes) -> list[bytes]:
    """The contents that `join_parts` joined."""
    at = content.index(b"\n") + 1
    found = []
    for size in orjson.loads(content[:at]):
        found.append(content[at : at + size])
        at += size
    return found


def _group(pieces: Mapping[str, Piece]) -> dict[int, dict[str, Piece]]:
    groups: dict[int, dict[str, Piece]] = {number: {} for number in range(GROUPS)}
    for id, piece in pieces.items():
        groups[zlib.crc32(id.encode()) % GROUPS][id] = piece
    return groups


def _write(world: str, answered: Mapping[str, str], pieces: Mapping[str, Piece]) -> bytes:
    """A line of what there is, and of what was answered to all that was read; then the pieces."""
    places: dict[str, int] = {}
    lines = []
    for id, piece in pieces.items():
        inside = [places.setdefault(read, len(places)) for read in piece.written]
        lines.append((id, inside, len(piece.content)))
    found = [answered[read] for read in places]
    head = orjson.dumps((world, list(places), found, lines))
    return b"".join([head, b"\n", *(piece.content for piece in pieces.values())])


def _read(world: str, answered: Mapping[str, str], written: bytes | None) -> dict[str, Piece]:
    """The pieces that `_write` wrote, of which all reads are answered the same."""
    found: dict[str, Piece] = {}
    if written:
        at = written.index(b"\n") + 1
        made_in, table, last, lines = orjson.loads(written[: at - 1])
        if made_in == world:
            now = [answered[read] for read in table]
            changed = set()
            if now != last:
                changed = {place for place, each in enumerate(now) if each != last[place]}
            for id, inside, size in lines:
                if not changed or changed.isdisjoint(inside):
                    found[id] = Piece(table, inside, written[at : at + size])
                at += size
    return found
