"""A media outlet of which nobody says who controls it."""

from collections.abc import Iterator

from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "media-control"


def check(context: Context) -> Iterator[Finding]:
    """Each media outlet's `control`; `unknown` is an answer."""
    for id, actor in context.dossier.actors.items():
        if context.kind(id) == "media" and not actor.control:
            yield Finding(RULE, id, ("kind",), level="info", needs=(("control",),))
