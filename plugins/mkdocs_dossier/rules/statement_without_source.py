"""A statement that nothing supports."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.trust.unsourced import find_unsourced

RULE = "statement-without-source"
LEVEL: Level = "warning"


def check(context: Context) -> Iterator[Finding]:
    """Each statement that has neither sources nor a basis in words."""
    for holder in context.dossier.everything():
        for path, fact in find_unsourced(holder):
            if isinstance(fact, Statement):
                needs = ((*path, "sources"), (*path, "basis"))
                yield Finding(RULE, holder.id, path, level=LEVEL, needs=needs)
