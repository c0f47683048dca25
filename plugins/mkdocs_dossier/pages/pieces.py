"""Data that a script loads as it needs it: cut into small files, in order of key."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

MOST = 20_000
"""Bytes of a piece, unless a single entry is longer."""


def cut_into_pieces(entries: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """Files by name: `0.json`, `1.json`, … lists of [key, value]; `index.json` their first keys.

    Keys stand in the order in which JavaScript compares strings.
    """
    firsts: list[str] = []
    piece: list[bytes] = []
    size = 0
    for key, value in sorted(entries, key=lambda entry: entry[0].encode("utf-16-be")):
        line = _write([key, value])
        if piece and size + len(line) + 1 > MOST:
            yield f"{len(firsts) - 1}.json", b"[%s]" % b",".join(piece)
            piece, size = [], 0
        if not piece:
            firsts.append(key)
        piece.append(line)
        size += len(line) + 1
    if piece:
        yield f"{len(firsts) - 1}.json", b"[%s]" % b",".join(piece)
    yield "index.json", _write(firsts)


def _write(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
