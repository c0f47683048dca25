"""Lines of a file in another order: fields of a mapping, items of a list, with their comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
MODELINE = "# yaml-language-server:"


@dataclass(frozen=True)
class Pieces:
    """Where each piece of a block starts, from 0: all in one column. `end`: the line after all."""

    lines: tuple[int, ...]
    column: int
    end: int


def cut_lines(text: str) -> list[str]:
    """The lines of a text with their ends, as editors count them."""
    return _LINE.findall(text)


def rearrange(text: str, pieces: Pieces, order: Sequence[int]) -> str | None:
    """The text with the pieces in another order; None where a comment may belong to two of them.

    A comment in the column of the pieces belongs to the one below it.
    """
    lines = cut_lines(text)
    starts, column = pieces.lines, pieces.column
    heads = [lines[line][:column] for line in starts]
    if len(set(starts)) < len(starts) or any(head.strip() for head in heads[1:]):
        return None
    begins = [starts[0], *(_find_comments(lines, line, column) for line in starts[1:])]
    end = _find_end(lines, pieces)
    if order[0] != 0:
        first = order[0]
        if heads[0].strip() and begins[first] != starts[first]:
            return None
        above = lines[starts[0] - 1] if starts[0] else ""
        if _is_comment(above, column) and not above.startswith(MODELINE):
            return None
    bounds = [*begins, end]
    made: list[str] = []
    for place, piece in enumerate(order):
        start = starts[piece]
        head = heads[0] if place == 0 else " " * column
        made += lines[bounds[piece] : start]
        made.append(head + lines[start][column:])
        made += lines[start + 1 : bounds[piece + 1]]
    return "".join([*lines[: starts[0]], *made, *lines[end:]])


def _find_comments(lines: list[str], line: int, column: int) -> int:
    while _is_comment(lines[line - 1], column):
        line -= 1
    return line


def _find_end(lines: list[str], pieces: Pieces) -> int:
    """At the top of a file, comments below the last field stay at its end."""
    end = pieces.end
    while pieces.column and end < len(lines) and _is_comment(lines[end], pieces.column):
        end += 1
    return end


def _is_comment(line: str, column: int) -> bool:
    return line[:column].isspace() == bool(column) and line[column : column + 1] == "#"


def end_of(node: yaml.Node) -> int:
    """The line after the last one that a value is written on, from 0."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        key, value = last if isinstance(last, tuple) else (None, last)
        if key is not None and value.start_mark == value.end_mark:
            return int(key.end_mark.line) + 1  # nothing is written after the colon
        node = value
    return int(node.end_mark.line) + (node.end_mark.column > 0)
