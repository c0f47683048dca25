"""What trips people who write French in YAML, and the remedy for each."""

import re
from collections.abc import Iterator

import yaml

from mkdocs_dossier.model.dossier import Position
from mkdocs_dossier.source.tree import Fault, Tree

_VALUE = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*)$")
_COLON = re.compile(r"(?<=\S) ?\s?: ")
_REMEDIES = {
    '"': "yaml.quote",
    "'": "yaml.quote",
    "[": "yaml.bracket",
    "{": "yaml.bracket",
    "*": "yaml.star",
    "&": "yaml.star",
    "@": "yaml.at",
    "`": "yaml.at",
    "%": "yaml.at",
    "!": "yaml.at",
}
_DATES = frozenset({"date", "start", "end", "reviewed", "retrieved"})


def explain(error: yaml.YAMLError, text: str, first_line: int = 1) -> Fault:
    """The fault that stands for a syntax error, at the value to mend."""
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position] if isinstance(error.position, int) else ""
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        return Fault((line + first_line, column + 1), "yaml", "yaml.character")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context", None) or ""
    if any(scanned in context for scanned in ("quoted scalar", "flow", "simple key")):
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Fault((first_line, 1), "yaml", "yaml.syntax")
    lines = re.split(r"\r\n|\r|\n", text)
    problem = getattr(error, "problem", None) or ""
    for number in _candidates(mark.line, lines):
        found = _odd_value(lines[number], problem)
        if found:
            column, key = found
            return Fault((number + first_line, column + 1), "yaml", key)
    key = "yaml.tab" if "\\t" in problem or "\t" in _line(lines, mark.line)[:1] else "yaml.syntax"
    if "expected ':'" in problem:
        key = "yaml.no-colon"
    return Fault((mark.line + first_line, mark.column + 1), "yaml", key)


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _candidates(line: int, lines: list[str]) -> Iterator[int]:
    """The line of the error, then the last written line before it: the parser sees some late."""
    if line < len(lines):
        yield line
    before = min(line, len(lines)) - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    if before >= 0:
        yield before


def _odd_value(line: str, problem: str) -> tuple[int, str] | None:
    match = _VALUE.match(line)
    if not match:
        return None
    value, column = match["value"], len(match["lead"])
    key = _REMEDIES.get(value[0])
    if key and not _closed(value):
        return column, key
    if "mapping values are not allowed" in problem and _COLON.search(value):
        return column, "yaml.colon"
    return None


def _closed(value: str) -> bool:
    """Whether a quoted or bracketed value is well formed on its own."""
    try:
        yaml.load(value, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return False
    return True


def warn(tree: Tree, text: str, first_line: int = 1) -> Iterator[Fault]:
    """Values that YAML reads without complaint, and otherwise than they were meant."""
    lines = re.split(r"\r\n|\r|\n", text)
    for path, value, start, end in tree.plain:
        key = path[-1] if path else ""
        if value == "~" and key in _DATES:
            yield Fault(_at(start, first_line), "lone-tilde", "yaml.tilde", level="warning")
        rest = _line(lines, end.line)[end.column :]
        if value and re.match(r" #", rest) and (" " in value or not rest.startswith(" # ")):
            position = (end.line + first_line, end.column + 2)
            yield Fault(position, "cut-text", "yaml.cut", {"found": rest.strip()}, "warning")


def _at(mark: yaml.Mark, first_line: int) -> Position:
    return mark.line + first_line, mark.column + 1
