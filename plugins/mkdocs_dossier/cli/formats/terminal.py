"""For a person at a terminal: colours, the level in their language, the line with a caret."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules.report import format_message, format_place, print_safely
from mkdocs_dossier.source.tree import split_lines

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_WIDTH = 100


def write_terminal(report: Report) -> str:
    """Each problem in three lines: what, the line that holds it, and where in the line."""
    lines = {path: split_lines(text) for path, text in report.texts.items()}
    shown = [
        line
        for problem in report.problems
        for line in _show(problem, lines.get(problem.path, []), report)
    ]
    mended = click.style(report.say("since.repaired"), fg="green", bold=True)
    for problem in report.mended:
        shown.append(f"{format_place(problem, Path())}: {mended}: {format_message(problem)}")
    return "".join(f"{line}\n" for line in shown)


def _show(problem: Problem, lines: list[str], report: Report) -> Iterator[str]:
    place = click.style(format_place(problem, Path()), bold=True)
    colour = _COLOURS[problem.level]
    level = click.style(report.say(f"summary.level.{problem.level}"), fg=colour, bold=True)
    yield f"{place}: {level}: {format_message(problem)}"
    if problem.line <= len(lines) and lines[problem.line - 1].strip():
        shown, at = _cut(lines[problem.line - 1], problem.column - 1)
        yield f"    {print_safely(shown)}"
        yield f"    {' ' * at}{click.style('^', fg=colour, bold=True)}"


def _cut(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column, and how far in it the column stands, in cells."""
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else 0
    before = f"{'…' if start else ''}{line[start:column]}"
    after = line[column : start + _WIDTH]
    more = "…" if start + _WIDTH < len(line) else ""
    return f"{before}{after}{more}", sum(map(_cells, before))


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
