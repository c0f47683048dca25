"""What must hold in a dossier: one rule a file, one list of them."""

from collections.abc import Callable, Iterator

from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules import unknown_id
from mkdocs_dossier.rules.finding import Context, Finding
from mkdocs_dossier.source.load import Loaded

Rule = Callable[[Context], Iterator[Finding]]

RULES: tuple[Rule, ...] = (unknown_id.check,)


def check(loaded: Loaded) -> list[Problem]:
    """All problems, sorted: those of form from loading, and those that the rules find."""
    context = Context(loaded.dossier)
    found = [
        finding.problem(context)
        for rule in RULES
        for finding in rule(context)
        if finding.counts(context)
    ]
    return sorted({*loaded.problems, *found})
