"""An office, a relation or a participant that nothing supports."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Office, Participant, Relation
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.trust.unsourced import find_unsourced

RULE = "fact-without-source"
LEVEL: Level = "warning"
_KEYS: dict[type[Sourced], str] = {
    Office: "office",
    Relation: "relation",
    Participant: "participant",
}


def check(context: Context) -> Iterator[Finding]:
    """Each of them that has neither sources nor a basis in words, and whose record has none."""
    for holder in context.dossier.records():
        for path, fact in find_unsourced(holder):
            if type(fact) in _KEYS:
                needs = ((*path, "sources"), (*path, "basis"), ("sources",), ("basis",))
                key = f"{RULE}.{_KEYS[type(fact)]}"
                yield Finding(RULE, holder.id, path, level=LEVEL, key=key, needs=needs)
