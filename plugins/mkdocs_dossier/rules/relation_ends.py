"""A relation whose type does not admit the kind of actor at one of its ends."""

from collections.abc import Iterator

from mkdocs_dossier.model.records import Relation
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.source.vocabulary import shipped

RULE = "relation-ends"


def check(context: Context) -> Iterator[Finding]:
    """Both ends of each relation, against `from` and `to` of its type; none given admits all."""
    vocabulary = context.dossier.vocabulary
    types, kinds = vocabulary.relation_types, vocabulary.kinds["actor"]
    for id, path, relation in context.all_of(Relation):
        type_ = types.get(relation.type)
        if type_ is None:
            continue
        ends = (("type", id, type_.from_kinds), ("with", str(relation.with_), type_.to_kinds))
        for key, end, admitted in ends:
            kind = context.kind(end)
            if kind and admitted and kind not in admitted:
                values = {
                    "type": str(relation.type),
                    "found": end,
                    "kind": kind,
                    "admitted": ", ".join(admitted),
                }
                own = "" if kind in shipped().kinds.actor or kinds[kind].like else "-own"
                yield Finding(RULE, id, (*path, key), values, key=f"{RULE}.{key}{own}")
