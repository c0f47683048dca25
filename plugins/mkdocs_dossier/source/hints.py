"""What trips people who write French in YAML, and the remedy for each."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.source.field_names import list_fields
from mkdocs_dossier.source.indentation import find_misplaced
from mkdocs_dossier.source.tree import Fault, Tree, parse_events, split_lines

_VALUE = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*)$")
_FIELD = re.compile(r"\s*(?:- +)*[a-z_]+:(?: |$)")
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff"
)
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
    "|": "yaml.at",
    ">": "yaml.at",
    "-": "yaml.at",
    "?": "yaml.at",
    ",": "yaml.at",
}
_DASHES = "\u2010-\u2015\u2212\u2022\u00b7\u25aa\u25cf*+"
ODD_DASH = re.compile(
    rf"(?P<lead>\s*)(?P<found>[{_DASHES}]\s+|[{_DASHES}](?=\w)|-(?=[a-z_]+:(?: |$)))"
)
"""An item of a list that begins with another sign, or without a space: `– chine`, `-type: x`."""
ODD_COLON = re.compile(
    r"(?P<lead>\s*(?:- +)*)(?P<key>[a-z_]+)(?![ \t]*:[ \t])"
    r"(?P<sign>[ \t]*[:=\uff1a][ \t]*|[ \t]+)(?P<rest>\S.*)"
)
"""A field whose colon is missing, of another script, or has no space behind it."""
_SHOWN = 60
_DATES = frozenset({"date", "start", "end", "reviewed", "retrieved"})


def explain(error: yaml.YAMLError, text: str, first_line: int = 1) -> Fault:
    """The fault that stands for a syntax error, at the value to mend."""
    if isinstance(error, yaml.reader.ReaderError):
        return _explain_character(text, first_line)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context", None) or ""
    if any(scanned in context for scanned in ("quoted scalar", "flow", "simple key")):
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Fault((first_line, 1), "yaml", "yaml.syntax")
    swallowing = _find_swallowing_quote(text)
    if swallowing:
        line, column = swallowing
        return Fault((line + first_line, column + 1), "yaml", "yaml.quote")
    lines = split_lines(text)
    problem = getattr(error, "problem", None) or ""
    candidates = list(_candidates(mark.line, lines))
    for number in candidates:
        if odd := _odd_start(lines[number], problem):
            return replace(odd, position=(number + first_line, odd.position[1]))
    for number in candidates:
        found = _odd_value(lines[number], problem)
        if found:
            column, key = found
            return Fault((number + first_line, column + 1), "yaml", key)
        if misplaced := find_misplaced(lines, number):
            line, column = misplaced.position
            return replace(misplaced, position=(line + first_line - 1, column))
    key = "yaml.tab" if "\\t" in problem else "yaml.syntax"
    if "expected ':'" in problem:
        key = "yaml.no-colon"
    return Fault((mark.line + first_line, mark.column + 1), "yaml", key)


def _explain_character(text: str, first_line: int) -> Fault:
    found = _FORBIDDEN.search(text)
    if not found:
        return Fault((first_line, 1), "yaml", "yaml.syntax")
    lines = split_lines(text[: found.start()])
    position = (len(lines) - 1 + first_line, len(lines[-1]) + 1)
    return Fault(position, "yaml", "yaml.character", {"found": f"U+{ord(found.group()):04X}"})


def _find_swallowing_quote(text: str) -> Position | None:
    """Where the last quoted text starts that goes on over lines that look like fields."""
    start = None
    lines = split_lines(text)
    with contextlib.suppress(yaml.YAMLError):
        for event in parse_events(text):
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                first: Any = event.start_mark
                last: Any = event.end_mark
                if any(map(_FIELD.match, lines[first.line + 1 : last.line + 1])):
                    start = first.line, first.column
    return start


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


def _odd_start(line: str, problem: str) -> Fault | None:
    """What is wrong before the value of a line; the fault's line is not set."""
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" in lead:
        return Fault((0, lead.index("\t") + 1), "yaml", "yaml.tab")
    if dash := ODD_DASH.match(line):
        values = {"found": _shorten(line.strip())}
        return Fault((0, dash.start("found") + 1), "yaml", "yaml.dash", values)
    field = ODD_COLON.match(line)
    if not field or field["key"] not in list_fields():
        return None
    signed = "mapping values are not allowed" in problem and field["sign"].strip()
    if signed or "expected ':'" in problem:
        values = {"written": _shorten(f"{field['key']}: {field['rest']}")}
        return Fault((0, field.start("key") + 1), "yaml", "yaml.colon-missing", values)
    return None


def _shorten(written: str) -> str:
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"


def _odd_value(line: str, problem: str) -> tuple[int, str] | None:
    match = _VALUE.match(line)
    if not match:
        return None
    value, column = match["value"], len(match["lead"])
    key = _REMEDIES.get(value[0])
    if key and (value[0] in "-?" or not _closed(value)):
        return column, key
    if "mapping values are not allowed" in problem and _COLON.search(value):
        return column, "yaml.colon"
    return None


def _closed(value: str) -> bool:
    """Whether a quoted or bracketed value is well formed on its own."""
    try:
        for _ in parse_events(value):  # nothing is made of it: what looks like a date may be none
            pass
    except yaml.YAMLError:
        return False
    return True


def warn(tree: Tree, text: str, first_line: int = 1) -> Iterator[Fault]:
    """Values that YAML reads without complaint, and otherwise than they were meant."""
    lines = split_lines(text) if " #" in text else []
    for path, value, start, end in tree.plain:
        key = path[-1] if path else ""
        if value == "~" and key in _DATES:
            yield Fault(_at(start, first_line), "lone-tilde", "yaml.tilde", level="warning")
        rest = _line(lines, end.line)[end.column :] if lines else ""
        cut = re.match(r" +#" if not value else r" #", rest)
        if cut and (" " in value or not re.match(r" +# ", rest)):
            position = (end.line + first_line, end.column + cut.end())
            yield Fault(position, "cut-text", "yaml.cut", {"found": rest.strip()}, "warning")


def _at(mark: yaml.Mark, first_line: int) -> Position:
    return mark.line + first_line, mark.column + 1
