"""A web address that is none: a link that a reader follows is `https://…` or `http://…`."""

import re
from collections.abc import Iterator

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Document
from mkdocs_dossier.model.records import External
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "web-address"
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+\.[^\s<>\"'\\]+", re.IGNORECASE)
_FIELDS = ("url", "archive_url", "website")


def check(context: Context) -> Iterator[Finding]:
    """Every field that becomes a link out of the site."""
    for id, path, value in context.all_of(Article, Document, External):
        for field in _FIELDS:
            address = getattr(value, field, None)
            if address and not _ADDRESS.fullmatch(address):
                yield Finding(RULE, id, (*path, field), {"found": address})
