"""All rules, asked what they find."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from types import ModuleType
from typing import Any

import orjson

from mkdocs_dossier import rules
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.problem import Problem, order_of
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.digest import digest_files
from mkdocs_dossier.source.load import Loaded
from mkdocs_dossier.source.recalled import OwnStore

Rule = Callable[[Context], Iterator[Finding]]
DoAll = Callable[[Sequence[Callable[[], list[Problem]]]], Iterable[list[Problem]]]
"""Does jobs and gives what each gives, in their order."""
Recall = Callable[[str, Any, Callable[[], bytes]], bytes]
"""A name, what a piece is made from, and how; gives the piece, made anew only if that changed."""


def _find_rules() -> Iterator[ModuleType]:
    """Each module of the folder that is a rule: one that has a RULE."""
    for name in sorted(module.name for module in pkgutil.iter_modules(rules.__path__)):
        module = importlib.import_module(f"{rules.__name__}.{name}")
        if hasattr(module, "RULE"):
            yield module


RULES: dict[str, Rule] = {module.RULE: module.check for module in _find_rules()}
ADVISORY = frozenset(module.RULE for module in _find_rules() if hasattr(module, "LEVEL"))
"""The rules that report no error: all that they find is of their LEVEL."""
STORE = "rules.sqlite"
"""The database in which a rule leaves what it found."""
COSTLY = frozenset({"claim-fit"})
"""Takes as long as all others together."""


def check(
    loaded: Loaded,
    chosen: Iterable[str] | None = None,
    do_all: DoAll | None = None,
    store: OwnStore | None = None,
) -> list[Problem]:
    """All problems, sorted: those of form from loading, and those that the rules find.

    `chosen` are the rules to ask, by name; None: all. `do_all` may have two processes ask them.
    `store`: where an earlier run may have left what one found, if no other process has it open.
    """
    context = Context(loaded.dossier, store)
    names = sorted(RULES) if chosen is None else list(chosen)
    parts = [[each for each in names if (each in COSTLY) == first] for first in (True, False)]
    jobs = [partial(_ask, context, part) for part in parts if part]
    with pause_collection():
        found = do_all(jobs) if do_all else (job() for job in jobs)
        problems = {*loaded.problems, *chain.from_iterable(found)}
        return sorted(_cut(problems, context), key=order_of)


def _ask(context: Context, names: Iterable[str]) -> list[Problem]:
    return [
        finding.problem(context)
        for name in names
        for finding in RULES[name](context)
        if finding.counts(context)
    ]


def check_kept(
    loaded: Loaded, recall: Recall, do_all: DoAll | None = None, store: OwnStore | None = None
) -> list[Problem]:
    """As `check`, unless an earlier run looked at a dossier that says the same."""

    made: list[Problem] = []

    def make() -> bytes:
        made.extend(check(loaded, do_all=do_all, store=store))
        return orjson.dumps(made)

    made_from = (digest_files(loaded.dossier).hex(), loaded.problems)
    try:
        found = recall("problems", made_from, make)
    except TypeError:  # a file's name that is no UTF-8 can be kept in no JSON
        return check(loaded)
    return made or [Problem(**each) for each in orjson.loads(found)]


def _cut(problems: set[Problem], context: Context) -> Iterator[Problem]:
    """Of very many problems of one rule in one file the first ones, and how many there are."""

    group = attrgetter("path", "rule")
    for _, same in groupby(sorted(sorted(problems, key=order_of), key=group), key=group):
        found = list(same)
        yield from found[: limits.PROBLEMS]
        if len(found) > limits.PROBLEMS:
            more = len(found) - limits.PROBLEMS
            message = context.texts("problems.limit.problems", count=more)
            yield replace(found[limits.PROBLEMS], message=message)
