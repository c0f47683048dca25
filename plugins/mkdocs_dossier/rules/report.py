"""How problems are printed."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.problem import Problem

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def format_line(problem: Problem, folder: Path) -> str:
    """`dossier/events/x.yml:12:9: error: … [unknown-id]`, on one line whatever the data holds."""
    return f"{format_place(problem, folder)}: {problem.level}: {format_message(problem)}"


def format_place(problem: Problem, folder: Path) -> str:
    """`dossier/events/x.yml:12:9`"""
    path = (folder / problem.path).as_posix()
    return print_safely(f"{path}:{problem.line}:{problem.column}")


def format_message(problem: Problem) -> str:
    """`acteur inconnu « jhon » [unknown-id]`"""
    return print_safely(f"{problem.message} [{problem.rule}]")


def print_safely(text: str) -> str:
    """The text without what would end the line, steer a terminal or turn the text around."""
    return _UNPRINTABLE.sub("\ufffd", text)


def summarise(problems: Iterable[Problem], say: Texts) -> str:
    """How many of each level, in words."""
    counts = Counter(problem.level for problem in problems)
    if not counts:
        return say("summary.clean")
    return ", ".join(
        say.plural(f"summary.{level}s", counts[level])
        for level in ("error", "warning", "info")
        if counts[level]
    )
