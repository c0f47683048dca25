"""A quote that nobody has looked up in the full text of its article, as verified.yml says."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "quote-not-verified"
LEVEL: Level = "info"


def check(context: Context) -> Iterator[Finding]:
    """Each quote from an article with a full text; the same on machines that do not have it."""
    articles = context.dossier.articles
    for id, path, source in context.all_of(Source):
        article = articles.get(source.article)
        if not source.quote or article is None or not article.full_text_sha256:
            continue
        if context.dossier.verified.date_of(source, article) is None:
            yield Finding(RULE, id, (*path, "quote"), level=LEVEL)
