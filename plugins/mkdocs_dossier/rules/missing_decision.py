"""A verdict without its reason."""

from collections.abc import Iterator

from mkdocs_dossier.model.provenance import Judged, Statement
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "missing-decision"
CONFIRMED, UNVERIFIED = "confirmed", "unverified"


def check(context: Context) -> Iterator[Finding]:
    """Each statement and relation whose `status` is a verdict, against its `decision`.

    A confirmed relation speaks for itself by its sources; all else needs the reason in words.
    """
    for id, path, fact in context.all_of(Judged):
        known = context.dossier.vocabulary.statuses
        free = {UNVERIFIED} if isinstance(fact, Statement) else {UNVERIFIED, CONFIRMED}
        if fact.status in known.keys() - free and not fact.decision:
            at = (*path, "status")
            needs = (at, (*path, "decision"))
            yield Finding(RULE, id, at, {"found": str(fact.status)}, needs=needs)
