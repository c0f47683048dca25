"""A language that is no language tag, or one of the dossier that has no words of its own."""

import re
from collections.abc import Iterator

from mkdocs_dossier.languages import languages
from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "language"
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check(context: Context) -> Iterator[Finding]:
    """`language` of dossier.yml, against the languages that pages and messages exist in."""
    found, known = context.dossier.language, languages()
    values = {"found": found, "known": ", ".join(known)}
    if not _TAG.fullmatch(found):
        values["nearest"] = nearest(found[:2], known)
        yield Finding(RULE, "", ("language",), values, key=f"{RULE}.invalid")
    elif found.split("-")[0] not in known:
        yield Finding(RULE, "", ("language",), values, level="info", key=f"{RULE}.unknown")
    for id, path, tag in _list_tags(context):
        if tag and not _TAG.fullmatch(tag):
            near = {"found": tag, "nearest": nearest(tag[:2], known)}
            yield Finding(RULE, id, path, near, key=f"{RULE}.tag")


def _list_tags(context: Context) -> Iterator[tuple[str, Path, str | None]]:
    """The languages of articles, of what they are translated from, and of aliases."""
    for article in context.dossier.articles.values():
        yield article.id, ("language",), article.language
        if article.derived_from:
            yield article.id, ("derived_from", "language"), article.derived_from.language
    for record in context.dossier.records():
        for place, alias in enumerate(record.aliases):
            yield record.id, ("aliases", place, "language"), alias.language
