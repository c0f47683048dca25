"""Statements that rest on each other without end, or one after the other for too long."""

from collections.abc import Iterator

from mkdocs_dossier.model import limits
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "source-chain"


def check(context: Context) -> Iterator[Finding]:
    """Each source that is a statement: how long it takes to come to what is no statement."""
    rests_on: dict[str, list[str]] = {
        f"{holder.id}#{statement.id}": [
            str(source.statement) for source in statement.sources if source.statement
        ]
        for holder, _, statement in context.dossier.statements()
    }
    lengths = _measure(rests_on)
    for holder, index, statement in context.dossier.statements():
        for number, source in enumerate(statement.sources):
            if source.statement is None or source.statement not in rests_on:
                continue
            path = ("statements", index, "sources", number, "statement")
            values = {"found": str(source.statement), "most": str(limits.CHAIN)}
            length = lengths[f"{holder.id}#{statement.id}"]
            if length is None and lengths[source.statement] is None:
                yield Finding(RULE, holder.id, path, values, key=f"{RULE}.circle")
            elif length is not None and length > limits.CHAIN:
                yield Finding(RULE, holder.id, path, values, key=f"{RULE}.long")


def _measure(rests_on: dict[str, list[str]]) -> dict[str, int | None]:
    """How many statements follow each other from each one on; None where they go in a circle.

    Those on which nothing more rests are taken away again and again; what is left goes round.
    """
    lengths: dict[str, int | None] = dict.fromkeys(rests_on)
    waits = {id: len(rests_on.keys() & set(below)) for id, below in rests_on.items()}
    above: dict[str, set[str]] = {id: set() for id in rests_on}
    for id, below in rests_on.items():
        for each in below:
            if each in above:
                above[each].add(id)
    ready = [id for id, count in waits.items() if not count]
    while ready:
        id = ready.pop()
        lengths[id] = 1 + max((lengths.get(each) or 0 for each in rests_on[id]), default=0)
        for each in above[id]:
            waits[each] -= 1
            if not waits[each]:
                ready.append(each)
    return lengths
