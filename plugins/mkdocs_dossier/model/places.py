"""Lines and columns of a text, and back."""

import re
from bisect import bisect_right
from functools import lru_cache

from mkdocs_dossier.model.positions import Position

_NEWLINE = re.compile(r"\r\n|\r|\n")


def offset_of(text: str, position: Position) -> int:
    """The offset of a line and column, both from 1."""
    line, column = position
    starts = _find_starts(text)
    return (starts[line - 1] if line <= len(starts) else 0) + column - 1


def position_of(text: str, at: int) -> Position:
    """The line and column of an offset, both from 1."""
    starts = _find_starts(text)
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


@lru_cache(maxsize=16)
def _find_starts(text: str) -> list[int]:
    """Where lines start: looked for once, however many places are asked for."""
    return [0, *(found.end() for found in _NEWLINE.finditer(text))]
