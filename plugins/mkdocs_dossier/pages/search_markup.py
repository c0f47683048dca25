"""Documents as the HTML that the indexer reads, and their words as it can take them apart.

The indexer's words end at spaces. So an elided word is parted from the next (`l'⁠ Ukraine`), letters
written as one from each other (`c⁠oeur` for `cœur`), and ideographs from each other; a mark that
nobody sees (U+2060) stands wherever that was done, so that `scripts/search_excerpt.mjs` undoes it.
"""

import html
import re

from mkdocs_dossier.pages.search import Document
from mkdocs_dossier.pages.search_passages import Passage

_JOINER = "\u2060"
_APOSTROPHE = re.compile(r"(?<=\w)(['’ʼ])(?=\w)")
_LIGATURES = {"œ": ("o", "e"), "Œ": ("O", "E"), "æ": ("a", "e"), "Æ": ("A", "E")}
_LIGATURE = re.compile("[œŒæÆ]")
# Scripts without spaces: kana and ideographs, Thai, Lao, Burmese, Khmer.
UNSPACED = (
    "\u0e01-\u0e30\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
)
_UNSPACED = re.compile(rf"([{UNSPACED}\U00020000-\U0003ffff])(?=\w)")
_BEFORE_UNSPACED = re.compile(rf"(\w)(?=[{UNSPACED}\U00020000-\U0003ffff])")


def part_words(text: str) -> str:
    """The text with its words parted, as above; soft hyphens go."""
    text = text.replace("\u00ad", "").replace(_JOINER, "")
    text = _APOSTROPHE.sub(rf"\1{_JOINER} ", text)
    text = _LIGATURE.sub(lambda match: _part_ligature(match[0]), text)
    text = _UNSPACED.sub(rf"\1{_JOINER} ", text)
    return _BEFORE_UNSPACED.sub(rf"\1{_JOINER} ", text)


def _part_ligature(letter: str) -> str:
    one, other = _LIGATURES[letter]
    return f"{one}{_JOINER}{other}"


def write_document(document: Document, language: str) -> str:
    """The document as HTML. The id of a block says whether it may be quoted (`p`) or not (`x`),
    its number, and its anchor on the page.
    """
    facets = "".join(
        f'<span data-pagefind-filter="{name}">{_escape(value)}</span>'
        for name, values in (("group", (document.group,)), *sorted(document.facets.items()))
        for value in values
    )
    meta = "".join(
        f'<span data-pagefind-meta="{name}">{_escape(value)}</span>'
        for name, value in (
            ("group", document.group),
            ("summary", document.summary),
            ("title", document.title),
        )
    )
    blocks = [
        _write_block("x", 0, Passage(document.title), 10),
        *(_write_block("x", 0, Passage(name), 8) for name in document.names),
        _write_block("x", 0, Passage(document.summary), 2),
        *(
            _write_block("p" if each.shown else "x", number, each, 1 if each.shown else 0.5)
            for number, each in enumerate(document.passages, 1)
        ),
    ]
    return (
        f'<!doctype html><html lang="{_escape(language)}"><title>{_escape(document.title)}</title>'
        f'<body><div data-pagefind-ignore="index">{facets}{meta}</div>'
        f"<main data-pagefind-body>{''.join(filter(None, blocks))}</main></body></html>"
    )


def _write_block(letter: str, number: int, passage: Passage, weight: float) -> str:
    if not passage.text.strip():
        return ""
    text = _escape(part_words(passage.text))
    id = _escape(f"{letter}{number}:{passage.anchor}")
    return f'<p id="{id}" data-pagefind-weight="{weight}">{text}</p>'


def _escape(text: str) -> str:
    return html.escape(text, quote=True)
