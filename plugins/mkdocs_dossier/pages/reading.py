"""What the templates of indexes, relations, time and place can ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.model.records import Record
from mkdocs_dossier.views.spelling import fold, initials

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


def reading_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""

    def picture(record: Record) -> str | None:
        return f"assets/dossier/images/{record.image.file}" if record.image else None

    return {
        "view": press.addresses.index,
        "dyad": press.addresses.dyad,
        "folded": fold,
        "initials": initials,
        "picture": picture,
    }
