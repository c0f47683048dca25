"""How problems are printed."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.problem import Problem


def format_line(problem: Problem, folder: Path) -> str:
    """`dossier/events/x.yml:12:9: error: … [unknown-id]`, the path as seen from where one stands."""
    path = (folder / problem.path).as_posix()
    where = f"{path}:{problem.line}:{problem.column}"
    return f"{where}: {problem.level}: {problem.message} [{problem.rule}]"


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
