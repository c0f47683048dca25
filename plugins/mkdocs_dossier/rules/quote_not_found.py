"""A quote that does not stand in its article's published text."""

from collections.abc import Iterator

from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "quote-not-found"


def check(context: Context) -> Iterator[Finding]:
    """Each quote, searched whatever the typography; the message shows the nearest passage."""
    for id, path, source in context.all_of(Source):
        body = context.bodies.get(source.article)
        if body is None or not source.quote or body.find(source.quote):
            continue
        passage = body.nearest(source.quote)
        values = {"article": str(source.article), "passage": passage}
        key = f"{RULE}.near" if passage else f"{RULE}.far"
        yield Finding(RULE, id, (*path, "quote"), values, key=key)
