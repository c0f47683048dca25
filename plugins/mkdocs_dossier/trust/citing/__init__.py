"""How to cite a page, a statement or an article: as CSL-JSON, and in the formats made from it."""

from mkdocs_dossier.trust.citing.bibtex import to_bibtex
from mkdocs_dossier.trust.citing.formats import to_json, to_ris, to_text
from mkdocs_dossier.trust.citing.highwire import meta_tags
from mkdocs_dossier.trust.citing.items import Item, cite_article, cite_page, cite_statement

__all__ = [
    "Item",
    "cite_article",
    "cite_page",
    "cite_statement",
    "meta_tags",
    "to_bibtex",
    "to_json",
    "to_ris",
    "to_text",
]
