"""An address that is none, or leads elsewhere than its field says."""

from collections.abc import Callable, Iterator

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Settings
from mkdocs_dossier.model.provenance import Document
from mkdocs_dossier.model.records import External
from mkdocs_dossier.model.web import is_mail_address, is_web_address, is_wikipedia, read_wikidata
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "web-address"
_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "url": (RULE, is_web_address),
    "archive_url": (RULE, is_web_address),
    "website": (RULE, is_web_address),
    "wikipedia": (f"{RULE}-wikipedia", is_wikipedia),
    "contact": (f"{RULE}-mail", is_mail_address),
    "wikidata": (f"{RULE}-wikidata", read_wikidata),
}


def check(context: Context) -> Iterator[Finding]:
    """Every field that becomes a link out of the site."""
    for id, path, value in context.all_of(Article, Document, External, Settings):
        for field, (key, holds) in _FIELDS.items():
            address = getattr(value, field, None)
            if address and not holds(address):
                yield Finding(RULE, id, (*path, field), {"found": address}, key=key)
