"""An anchor that two paragraphs of an article write: a link would lead to the first alone."""

import re
from collections.abc import Iterator

from mkdocs_dossier.model.places import position_of
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "paragraph-anchor"
_ANCHOR = re.compile(r"\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}[ \t]*(?=\r?\n[ \t]*\r?\n|\s*\Z)")


def check(context: Context) -> Iterator[Finding]:
    """The anchors at the ends of paragraphs, each against those before it."""
    for article in context.dossier.articles.values():
        first: dict[str, int] = {}
        for found in _ANCHOR.finditer(article.text):
            line, column = position_of(article.text, found.start())
            line += article.body_line - 1
            if found[1] in first:
                values = {"found": found[1], "line": str(first[found[1]])}
                yield Finding(RULE, article.id, (), values, position=(line, column))
            first.setdefault(found[1], line)
