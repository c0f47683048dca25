"""A media outlet of which nobody says who controls it."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "media-control"
LEVEL: Level = "info"


def check(context: Context) -> Iterator[Finding]:
    """Each media outlet's `control`; `unknown` is an answer."""
    for id, actor in context.dossier.actors.items():
        if context.kind(id) == "media" and not actor.control:
            yield Finding(RULE, id, ("kind",), level=LEVEL, needs=(("control",),))
