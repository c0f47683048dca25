"""Two facts that cannot both be so."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.trust.contradictions.find import find_contradictions
from mkdocs_dossier.trust.contradictions.finding import Side

RULE = "contradiction"
LEVEL: Level = "warning"


def check(context: Context) -> Iterator[Finding]:
    """All facts of the dossier against each other; a dispute or a dismissal settles a pair."""
    for found in find_contradictions(context.dossier):
        values = {
            "here": _say(found.here),
            "other": _say(found.other),
            "stanza": found.stanza,
        }
        key = f"{RULE}.{found.kind}"
        yield Finding(RULE, found.id, found.path, values, LEVEL, key)


def _say(side: Side) -> str:
    value = f" = {side.value}" if side.value else ""
    return f"{side.reference}{value} ({side.text})" if side.text else f"{side.reference}{value}"
