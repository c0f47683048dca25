"""Something `confirmed` that comes from fewer than two independent origins."""

from collections.abc import Iterator

from mkdocs_dossier.model.provenance import Judged
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.views.origins import find_origins

RULE = "few-origins"
CONFIRMED = "confirmed"
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each confirmed statement and relation, by the origins of its sources."""
    for id, path, fact in context.all_of(Judged):
        if fact.status != CONFIRMED:
            continue
        origins = find_origins(fact, context.dossier)
        if len(origins) < FEWEST:
            values = {"origins": ", ".join(sorted(origins.actors | origins.names)) or "-"}
            needs = ((*path, "status"), (*path, "sources"))
            key = f"{RULE}.{'one' if origins else 'none'}"
            yield Finding(
                RULE, id, (*path, "status"), values, level="warning", key=key, needs=needs
            )
