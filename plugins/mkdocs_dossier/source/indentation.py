"""Lines a space too far in or out, of which YAML says only that something is wrong."""

import re

import yaml

from mkdocs_dossier.source.tree import Fault, parse_events

_MARKUP = re.compile(r"( *)((?:- +)*)(?:-$|[^\s#-])")
_ITEM_OR_FIELD = re.compile(r" *(?:- +|-$|[\w-]+:(?: |$))")
_TRIED = 3  # columns: the text is parsed twice for each
_LONGEST = 5_000  # lines: a longer file gets the general message
_BLOCK = re.compile(r"(?:^|: |- )[|>][+-]?\d?[+-]?$")


def find_misplaced(lines: list[str], number: int) -> Fault | None:
    """The fault if line `number` (from 0) would be read, were it indented like one before it.

    It is moved alone, then with what hangs on it. The fault's line counts from 1.
    """
    if number >= len(lines) or len(lines) > _LONGEST or not _ITEM_OR_FIELD.match(lines[number]):
        return None
    found = _indent(lines[number])
    open_columns = _find_open_columns(lines[:number])
    if found in open_columns:
        return None
    end = find_end(lines, number)
    nearest = sorted(open_columns, key=lambda each: (abs(each - found), -each))
    for column in nearest[:_TRIED]:
        if move(lines, number, column, end):
            values = {"found": str(found), "expected": str(column)}
            values["line"] = str(open_columns[column] + 1)
            return Fault((number + 1, found + 1), "yaml", "yaml.indent", values)
    return None


def move(lines: list[str], number: int, column: int, end: int) -> list[str]:
    """The lines with line `number` in a column, alone or with what hangs on it, up to `end`.

    No line at all where neither can be read.
    """
    by = column - _indent(lines[number])
    for last in (number + 1, end):
        moved = [_shift(line, by) for line in lines[number:last]]
        tried = [*lines[:number], *moved, *lines[last:]]
        if find_first_error(tried) >= end:
            return tried
    return []


def find_end(lines: list[str], number: int) -> int:
    """The line after the last one that is as far in as line `number`, or hangs on it."""
    found = _indent(lines[number])
    end = number + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= found):
        end += 1
    return end


def _find_open_columns(lines: list[str]) -> dict[int, int]:
    """Columns at which fields or items stand that can go on, with the last line of each."""
    columns: dict[int, int] = {}
    prose_within: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = _indent(line)
        if prose_within is not None and indent > prose_within:
            continue
        prose_within = indent if _BLOCK.search(line.rstrip()) else None
        found = _MARKUP.match(line)
        if not found or not _ITEM_OR_FIELD.match(line):
            continue
        columns = {column: at for column, at in columns.items() if column < indent}
        columns[indent] = number
        for dash in re.finditer(r"- +", found[2]):
            columns[indent + dash.end()] = number
    return columns


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shift(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[-by:]


def find_first_error(lines: list[str]) -> int:
    """The line of the first error, from 0, or one after the last."""
    try:
        for _ in parse_events("\n".join(lines)):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line if mark else 0
    return len(lines)
