"""The names of all pages, for a script that looks up what a reader types: the best match first."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_dossier.languages.spelling import words
from mkdocs_dossier.pages.search import Document
from mkdocs_dossier.pages.search_markup import UNSPACED

PAIRED = " – "
LONG = 200
"""Characters of a name that are kept."""
_UNSPACED = re.compile(rf"[{UNSPACED}\U00020000-\U0003ffff]")


def list_names(documents: Iterable[Document]) -> Iterator[tuple[str, list[Any]]]:
    """Each name under each of its words: the folded name from that word on, and a list of name,
    address, group, title (where the name is another one), year, summary (of a page without record).

    Headlines and titles of pages stand under their first word only: the rest is full text. A page
    of two actors stands under both.
    """
    for document in documents:
        year = next(iter(document.facets.get("year", ())), "")
        summary = document.summary if document.group in ("page", "pair") else ""
        for name in (document.title, *document.names):
            title = "" if name == document.title else document.title
            value = [name[:LONG], document.address, document.group, title, year, summary]
            every = document.group not in ("article", "page", "pair")
            parts = name.split(PAIRED) if document.group == "pair" else [name[:LONG]]
            for part in parts:
                for key in _list_keys(words(part), every):
                    yield key, value


def _list_keys(parts: list[str], every: bool) -> Iterator[str]:
    """`kim jong un`, `jong un`, `un`; without `every`, the first alone."""
    for place, part in enumerate(parts[: None if every else 1]):
        rest = " ".join(parts[place:])
        yield rest
        if every:
            for letter in range(1, len(part)):
                if _UNSPACED.match(part[letter]):
                    yield rest[letter:]
