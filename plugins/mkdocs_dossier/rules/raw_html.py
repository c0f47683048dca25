"""HTML in a text that is Markdown: readers see it as it is written."""

from collections.abc import Iterator

from mkdocs_dossier.model.places import offset_of, position_of
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.names.markup import find_html
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.rules.prose_address import list_texts

RULE = "raw-html"
LEVEL: Level = "warning"
KEY = f"{RULE}-text"


def check(context: Context) -> Iterator[Finding]:
    """Every tag in the texts of records and articles, outside of code."""
    yield from _check_fields(context)
    yield from _check_bodies(context)


def _check_fields(context: Context) -> Iterator[Finding]:
    for id, path, text in list_texts(context):
        tags = list(find_html(text))
        if not tags:
            continue
        origin = context.dossier.origins[id]
        at = offset_of(origin.text, origin.locate(path))
        for _, found in tags:
            place = origin.text.find(found, at)
            position = position_of(origin.text, place) if place >= 0 else None
            at = max(place + len(found), at)
            values = {"found": found}
            yield Finding(RULE, id, path, values, level=LEVEL, key=KEY, position=position)


def _check_bodies(context: Context) -> Iterator[Finding]:
    for article in context.dossier.articles.values():
        for start, found in find_html(article.text):
            line, column = position_of(article.text, start)
            position = (line - 1 + article.body_line, column)
            values = {"found": found}
            yield Finding(RULE, article.id, (), values, level=LEVEL, key=KEY, position=position)
