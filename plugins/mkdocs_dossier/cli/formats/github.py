"""Annotations on the lines of a pull request, as GitHub Actions reads them from a job's output."""

from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.model.problem import Problem

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write_github(report: Report) -> str:
    """One workflow command a line."""
    return "".join(f"{_annotate(each)}\n" for each in report.problems)


def _annotate(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.rule,
    }
    said = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{_COMMANDS[problem.level]} {said}::{_escape(problem.message)}"


def _escape(text: str, further: str = "") -> str:
    """No text may end the command or begin another."""
    return "".join(f"%{ord(each):02X}" if each in f"%\r\n{further}" else each for each in text)
