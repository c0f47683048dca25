"""A finished page, before any site generator has seen it."""

from collections.abc import Container

from mkdocs_dossier.model.frozen import frozen


@frozen
class Heading:
    """An entry of the page's table of contents."""

    id: str
    title: str
    level: int = 2
    children: "tuple[Heading, ...]" = ()


@frozen
class Page:
    """One page of the site.

    `address` is its path from the site's root, ending in `/` (empty for the home page); `html` its
    content, in which links are relative to that address; `source` the file of the dossier that it
    shows, relative to the dossier's folder, so that readers can mend it; `record` the id of what it
    is about; `head` HTML for the page's head (citation metadata, alternates); `pictures` those of
    the dossier that its prose shows, by path.
    """

    address: str
    kind: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    source: str | None = None
    record: str | None = None
    head: str = ""
    pictures: tuple[str, ...] = ()


def give_way(id: str, taken: Container[str | None]) -> str:
    """The id of a section beside the record's own ids, of which none begins with `_`."""
    while id in taken:
        id = f"_{id}"
    return id
