"""A day on which something was attested beside the time for which it lasted: one would be lost."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.records import Office, Relation
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "date-or-period"
LEVEL: Level = "warning"


def check(context: Context) -> Iterator[Finding]:
    """Each office and each relation: `date`, or `start` and `end`."""
    for id, path, value in context.all_of(Office, Relation):
        if value.date and (value.start or value.end):
            other = "start" if value.start else "end"
            needs = ((*path, "date"), (*path, other))
            yield Finding(RULE, id, (*path, "date"), {"other": other}, level=LEVEL, needs=needs)
