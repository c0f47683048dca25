"""What the templates of records can ask about where a record is named."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from mkdocs_dossier.views.backlinks import Backlinks, Place
from mkdocs_dossier.views.together import Together, count_together
from mkdocs_dossier.views.typography import set_spaces

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


def mentioning_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""
    backlinks = Backlinks(press.book, press.mentions)

    @cache
    def together() -> dict[str, list[Together]]:
        return count_together(press.mentions.paragraphs)

    return {
        "with_context": lambda: press.features.links,
        "articles_on": lambda id: backlinks.articles_on.get(id, []),
        "records_naming": lambda id: backlinks.from_records.get(id, []),
        "named_with": lambda id: together().get(id, []),
        "sentence": lambda place: write_sentence(place, press.texts.language),
    }


def write_sentence(place: Place, language: str) -> Markup:
    """The sentence with the name marked, and the spaces of its language across the marks."""
    text = set_spaces("".join(piece for piece, _ in place.pieces), language)
    parts, at = [], 0
    for piece, named in place.pieces:
        words = escape(text[at : at + len(piece)])  # setting spaces changes no length
        parts.append(Markup("<mark>{}</mark>").format(words) if named else words)
        at += len(piece)
    return Markup("").join(parts)
