"""An article published in full without a licence that allows it."""

from collections.abc import Iterator

from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "full-text-licence"


def check(context: Context) -> Iterator[Finding]:
    """Each article whose body is the whole text."""
    for id, article in context.dossier.articles.items():
        if article.body == "full" and not article.licence:
            yield Finding(RULE, id, ("body",), needs=(("body",), ("licence",)))
