"""A relation that says again what an office says: an office already ties a person to a body."""

from collections.abc import Iterator

from mkdocs_dossier.model.records import Actor, Office, Relation
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.rules.periods import may_overlap

RULE = "office-as-relation"


def check(context: Context) -> Iterator[Finding]:
    """Relations of an `office` type with a body in which the person has an office at the time."""
    types = context.dossier.vocabulary.relation_types
    for id, path, relation in context.all_of(Relation):
        holder = context.dossier.actors[id]
        type_ = types.get(relation.type)
        office = _find_office(holder, relation)
        if type_ and type_.office and office:
            values = {"office": office.title, "with": str(relation.with_)}
            yield Finding(RULE, id, (*path, "with"), values)


def _find_office(holder: Actor, relation: Relation) -> Office | None:
    return next(
        (
            office
            for office in holder.offices
            if office.organisation == relation.with_ and may_overlap(office, relation)
        ),
        None,
    )
