"""A relation written twice: on the same record, or from both ends."""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_dossier.model.records import Relation
from mkdocs_dossier.rules.context import Context, Placed
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.rules.periods import may_overlap

RULE = "repeated-relation"


def check(context: Context) -> Iterator[Finding]:
    """Relations of one type between the same two actors at the same time, at each place.

    A `mutual` type may be written from both ends: A supports B, and B supports A.
    """
    types = context.dossier.vocabulary.relation_types
    pairs: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for placed in context.all_of(Relation):
        relation = placed.value
        type_ = types.get(relation.type)
        ends = (placed.id, str(relation.with_))
        if type_ and relation.with_ != placed.id:
            pairs[(relation.type, *(ends if type_.mutual else sorted(ends)))].append(placed)
    for same in pairs.values():
        for placed in same:
            other = next((each for each in same if _repeats(placed, each)), None)
            if other is None:
                continue
            origin = context.dossier.origins[other.id]
            line = origin.locate(other.path)[0]
            values = {"other": f"{origin.path}:{line}", "type": str(placed.value.type)}
            key = f"{RULE}.{'same-end' if other.id == placed.id else 'both-ends'}"
            yield Finding(RULE, placed.id, (*placed.path, "with"), values, key=key)


def _repeats(one: Placed, other: Placed) -> bool:
    return one is not other and may_overlap(one.value, other.value)
