"""A statement that nothing supports."""

from collections.abc import Iterator

from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "statement-without-source"


def check(context: Context) -> Iterator[Finding]:
    """Each statement that has neither sources nor a basis in words."""
    for holder, index, statement in context.dossier.statements():
        if not statement.supporting and not statement.basis:
            path = ("statements", index)
            needs = ((*path, "sources"), (*path, "basis"))
            yield Finding(RULE, holder.id, path, level="warning", needs=needs)
