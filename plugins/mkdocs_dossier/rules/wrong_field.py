"""A field that only another kind of actor has."""

from collections.abc import Iterator

from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "wrong-field"
KINDS = {"offices": "person", "name_order": "person", "control": "media"}


def check(context: Context) -> Iterator[Finding]:
    """The fields of each actor that belong to one kind only."""
    for id, actor in context.dossier.actors.items():
        kind = context.kind(id)
        for field, wanted in KINDS.items():
            if kind and kind != wanted and getattr(actor, field):
                values = {"field": field, "kind": kind, "wanted": wanted}
                yield Finding(RULE, id, (field,), values, at_key=True)
