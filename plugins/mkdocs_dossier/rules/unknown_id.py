"""An id that names nothing, or a thing of the wrong kind."""

from collections.abc import Iterable, Iterator

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.provenance import OUTLET
from mkdocs_dossier.model.references import KindId, Reference, StatementRef, Term
from mkdocs_dossier.rules.finding import Context, Finding

RULE = "unknown-id"


def check(context: Context) -> Iterator[Finding]:
    """Every reference in every file, against what its type may refer to."""
    dossier = context.dossier
    for holder in dossier.everything():
        for path, value in holder.walk():
            if not isinstance(value, Reference) or value == OUTLET:
                continue
            known = list(_known(dossier, value, holder.section))
            if value in known or _referred(value) in dossier.unreadable:
                continue
            if path[-1] == "control" and isinstance(holder, Article):
                continue
            values = {"found": str(value), "nearest": nearest(value, known)}
            yield Finding(RULE, holder.id, path, values, key=f"unknown-id.{value.to}")


def _referred(value: Reference) -> str:
    return value.record if isinstance(value, StatementRef) else str(value)


def _known(dossier: Dossier, value: Reference, section: str) -> Iterable[str]:
    if isinstance(value, KindId):
        return dossier.vocabulary.terms("kind", section)
    if isinstance(value, Term):
        return dossier.vocabulary.terms(value.to)
    if isinstance(value, StatementRef):
        return (f"{holder.id}#{each.id}" for holder, _, each in dossier.statements())
    if value.to in ("state", "media"):
        return (id for id, actor in dossier.actors.items() if actor.kind == value.to)
    if value.to == "location":
        states = (id for id, actor in dossier.actors.items() if actor.kind == "state")
        return [*dossier.places, *states]
    if value.to == "record":
        return (record.id for record in dossier.records())
    return getattr(dossier, f"{value.to}s")  # type: ignore[no-any-return]
