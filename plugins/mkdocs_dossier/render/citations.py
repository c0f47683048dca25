"""Ready citations in four formats."""

import json
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_dossier.pages.values.provenance import Citation
from mkdocs_dossier.trust.citing import formats, meta_tags
from mkdocs_dossier.trust.citing.bibtex import to_bibtex


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation ready to be copied: in words, then by the name of each format."""

    text: str
    formats: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def render_citation(citation: Citation, language: str, style: str = "") -> Cited:
    """A citation in words and in BibTeX, RIS and CSL-JSON. About 2 ms.

    `style`: the text of the dossier's own style, if it has one.
    """
    item = json.loads(citation.item)
    return Cited(
        formats.to_text(item, language, style),
        (
            ("BibTeX", to_bibtex(item)),
            ("RIS", formats.to_ris(item)),
            ("CSL-JSON", formats.to_json(item)),
        ),
    )


def render_head(citation: Citation) -> str:
    """The metadata from which Zotero takes an article."""
    return str(meta_tags(json.loads(citation.item), citation.address))
