"""A statement without an id, with one that is none, or with one used twice in its record."""

from collections import Counter
from collections.abc import Iterator

from mkdocs_dossier.model.references import is_id
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "statement-id"


def check(context: Context) -> Iterator[Finding]:
    """Each statement's id: its address on the page and in `record#statement`."""
    for holder in context.dossier.everything():
        uses = Counter(statement.id for statement in holder.statements)
        for index, statement in enumerate(holder.statements):
            path = ("statements", index)
            if statement.id is None:
                values = {"nearest": slugify(statement.text, words=3)}
                needs = ((*path, "id"),)
                yield Finding(RULE, holder.id, path, values, key=f"{RULE}.none", needs=needs)
            elif not is_id(statement.id):
                values = {"found": statement.id, "nearest": slugify(statement.id)}
                yield Finding(RULE, holder.id, (*path, "id"), values, key=f"{RULE}.invalid")
            elif uses[statement.id] > 1:
                values = {"found": statement.id}
                yield Finding(RULE, holder.id, (*path, "id"), values, key=f"{RULE}.twice")
