"""An end before its start, or a date outside of them."""

from collections.abc import Iterator

from mkdocs_dossier.model.records import Office, Record, Relation
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "date-order"


def check(context: Context) -> Iterator[Finding]:
    """`start`, `end` and `date` of records, offices and relations, by their bounds."""
    for id, path, value in context.all_of(Record, Office, Relation):
        start, end, date = value.start, value.end, getattr(value, "date", None)
        if start and end and end.surely_before(start):
            values = {"found": str(end), "start": str(start)}
            yield Finding(RULE, id, (*path, "end"), values, key=f"{RULE}.end")
        elif date and start and date.surely_before(start):
            values = {"found": str(date), "start": str(start)}
            yield Finding(RULE, id, (*path, "date"), values, key=f"{RULE}.before")
        elif date and end and end.surely_before(date):
            values = {"found": str(date), "end": str(end)}
            yield Finding(RULE, id, (*path, "date"), values, key=f"{RULE}.after")
