"""A record that no other file names."""

import re
from collections.abc import Iterator

from mkdocs_dossier.index.mentions import list_prose
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.references import Reference, StatementRef, Term
from mkdocs_dossier.names.reader import Reader
from mkdocs_dossier.names.seeking import Seeker
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
    missing = frozenset(record.id for record in context.dossier.records()) - mentioned
    if missing:  # only then are the texts read
        missing -= _find_named(context.dossier, missing)
    for record in context.dossier.records():
        if record.id in missing:
            yield Finding(RULE, record.id, ("name",), {"id": record.id}, level=LEVEL, needs=())


def _find_named(dossier: Dossier, records: frozenset[str]) -> frozenset[str]:
    """Of some records those that articles name, or another record's texts.

    A text is read only where it may name one that was not found before.
    """
    found: set[str] = set()
    reader = Reader(dossier)
    seeker = Seeker(reader, records)
    for article in dossier.articles.values():
        possible = seeker.list_possible(article.text, reader.language_of(article))
        if article.mentions.as_ or "[[" in article.text or not possible <= found:
            found.update(each.record for each in reader.read_article(article).mentions)
    for record in dossier.records():
        texts = [text for _, text in list_prose(record)]
        joined = "\n\n".join(texts)
        if "[[" not in joined and seeker.list_possible(joined) - found <= {record.id}:
            continue
        for text in texts:
            if "[[" in text or seeker.list_possible(text) - found - {record.id}:
                named = reader.read_prose(text, record.id).mentions
                found.update(each.record for each in named if each.record != record.id)
    return records & found
