"""A source that names an article and not the passage."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "source-without-quote"
LEVEL: Level = "warning"


def check(context: Context) -> Iterator[Finding]:
    """Each source that is an article: without a quote nobody can find the passage."""
    for id, path, source in context.all_of(Source):
        if source.article and not source.quote:
            needs = ((*path, "article"), (*path, "quote"))
            yield Finding(RULE, id, (*path, "article"), level=LEVEL, needs=needs)
