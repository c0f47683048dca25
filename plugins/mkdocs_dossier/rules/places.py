"""Lines and columns of a text, and back."""

import re

from mkdocs_dossier.model.dossier import Position

_NEWLINE = re.compile(r"\r\n|\r|\n")


def offset_of(text: str, position: Position) -> int:
    """The offset of a line and column, both from 1."""
    line, column = position
    ends = [found.end() for found in _NEWLINE.finditer(text)]
    return (ends[line - 2] if line > 1 and line - 2 < len(ends) else 0) + column - 1


def position_of(text: str, at: int) -> Position:
    """The line and column of an offset, both from 1."""
    ends = [found.end() for found in _NEWLINE.finditer(text, 0, at)]
    return len(ends) + 1, at - (ends[-1] if ends else 0) + 1
