"""A record that no other file names."""

import re
from collections.abc import Iterator

from mkdocs_dossier.index.mentions import list_prose
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.references import Reference, StatementRef, Term
from mkdocs_dossier.names.reader import Reader
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "unmentioned"
LEVEL: Level = "info"
_LINK = re.compile(r"\[\[\s*([a-z0-9-]+)")


def check(context: Context) -> Iterator[Finding]:
    """Each record, against all references, all `[[id]]` and all names in the other files."""
    mentioned: set[str] = set()
    for id, _, value in context.all_of(Reference):
        target = value.record if isinstance(value, StatementRef) else str(value)
        if target != id and not isinstance(value, Term):
            mentioned.add(target)
    for id, origin in context.dossier.origins.items():
        mentioned.update(found for found in _LINK.findall(origin.text) if found != id)
    missing = [record.id for record in context.dossier.records() if record.id not in mentioned]
    if missing:  # only then are the texts read
        mentioned.update(_list_named(context.dossier, frozenset(missing)))
    for id in missing:
        if id not in mentioned:
            yield Finding(RULE, id, ("name",), {"id": id}, level=LEVEL, needs=())


def _list_named(dossier: Dossier, records: frozenset[str]) -> Iterator[str]:
    """Of some records those that articles name, or another record's texts, and more."""
    reader = Reader(dossier)
    for article in dossier.articles.values():
        forced = bool(article.mentions.as_)
        if forced or reader.may_name(article.text, records, reader.language_of(article)):
            yield from (each.record for each in reader.read_article(article).mentions)
    for record in dossier.records():
        for _, text in list_prose(record):
            if reader.may_name(text, records):
                found = reader.read_prose(text, record.id).mentions
                yield from (each.record for each in found if each.record != record.id)
