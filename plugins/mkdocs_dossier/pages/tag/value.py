"""All that the pages of tags show."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.lists import Row
from mkdocs_dossier.pages.values.text import Link


@frozen
class TagsPage:
    """All tags, each with how many records carry it."""

    title: str
    about: str
    tags: tuple[tuple[Link, int], ...]


@frozen
class TagPage:
    """All that carries a tag, by name."""

    title: str
    about: str
    rows: tuple[Row, ...]
    all_tags: Link
