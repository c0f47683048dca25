"""Something `confirmed` that comes from fewer than two independent origins."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Judged, Source
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.trust.origins import find_origins

RULE = "few-origins"
LEVEL: Level = "warning"
CONFIRMED = "confirmed"
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each confirmed statement and relation, by the origins of its sources."""
    for id, path, fact in context.all_of(Judged):
        if fact.status != CONFIRMED or any(_is_doubtful(each, context) for each in fact.supporting):
            continue
        origins = find_origins(fact, context.dossier)
        if len(origins) < FEWEST:
            values = {"origins": ", ".join(origins.all) or "-"}
            needs = ((*path, "status"), (*path, "sources"))
            key = f"{RULE}.{'one' if origins else 'none'}"
            yield Finding(RULE, id, (*path, "status"), values, level=LEVEL, key=key, needs=needs)


def _is_doubtful(source: Source, context: Context) -> bool:
    """Whether a hand in the chain is unknown by a mistake that is reported where it was made."""
    dossier = context.dossier
    relays: list[str] = [party.actor for party in source.relays if party.actor]
    if source.statement:
        return dossier.statement(source.statement.record, source.statement.statement) is None
    if source.article:
        article = dossier.articles.get(source.article)
        if article is None or dossier.origins[article.id].is_faulty(("outlet",)):
            return True
        made = article.derived_from
        relays += [outlet for outlet in (article.outlet, made and made.outlet) if outlet]
    return any(relay not in dossier.actors for relay in relays)
