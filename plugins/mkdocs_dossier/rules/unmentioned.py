"""A record that no other file names."""

import re
from collections.abc import Iterator

from mkdocs_dossier.model.references import Reference, StatementRef, Term
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "unmentioned"
_LINK = re.compile(r"\[\[\s*([a-z0-9-]+)")


def check(context: Context) -> Iterator[Finding]:
    """Each record, against all references and all `[[id]]` of the other files."""
    mentioned: set[str] = set()
    for id, _, value in context.all_of(Reference):
        target = value.record if isinstance(value, StatementRef) else str(value)
        if target != id and not isinstance(value, Term):
            mentioned.add(target)
    for id, origin in context.dossier.origins.items():
        mentioned.update(found for found in _LINK.findall(origin.text) if found != id)
    for record in context.dossier.records():
        if record.id not in mentioned:
            yield Finding(RULE, record.id, ("name",), level="info", needs=())
