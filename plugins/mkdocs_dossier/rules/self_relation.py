"""A relation of a record with itself."""

from collections.abc import Iterator

from mkdocs_dossier.model.records import Relation
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "self-relation"


def check(context: Context) -> Iterator[Finding]:
    """The other end of each relation, against the record that holds it."""
    for id, path, relation in context.all_of(Relation):
        if relation.with_ == id:
            yield Finding(RULE, id, (*path, "with"), {"found": id})
