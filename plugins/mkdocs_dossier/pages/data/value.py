"""All that the page of the data shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.text import Link, When


@frozen
class Download:
    """A file of a format, from the site's root.

    `size` in bytes, `rows`: how many things it holds, if that can be said; `beside`: it stands
    beside a page; `example`: lines that open it, with `{file}` for its address; `title`: what it
    is, where its name does not tell.
    """

    format: str
    address: str
    size: int
    rows: int | None = None
    beside: bool = False
    example: str = ""
    title: str = ""


@frozen
class FileLine:
    """A file that is offered: what it is, its size in words, how many things it holds, if said."""

    link: Link
    title: str
    size: str
    rows: int | None


@frozen
class FormatGroup:
    """A format: what it is for, what it cannot carry, two lines that open it, and its files.

    `beside`: how many files stand beside pages, and `beside_size` their size together.
    """

    name: str
    title: str
    about: str
    limits: str
    example: str
    files: tuple[FileLine, ...]
    size: str
    beside: int
    beside_size: str


@frozen
class DataPage:
    """All formats; of which day the data is, and under what licence; where it can be asked."""

    when: When | None
    licence: str | None
    counts: tuple[str, ...]
    formats: tuple[FormatGroup, ...]
    query: str | None
