"""All that the pages of tags show."""

from dataclasses import dataclass

from mkdocs_dossier.pages.values.lists import Row
from mkdocs_dossier.pages.values.text import Link


@dataclass(frozen=True, slots=True)
class TagsPage:
    """All tags, each with how many records carry it."""

    title: str
    about: str
    tags: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class TagPage:
    """All that carries a tag, by name."""

    title: str
    about: str
    rows: tuple[Row, ...]
    all_tags: Link
