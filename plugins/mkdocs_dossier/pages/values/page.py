"""A page of the site, whatever it shows."""

from typing import Any

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import Citation


@frozen
class PageValue:
    """One page: where it stands, what it is called, and all that it shows.

    `address` is its path from the site's root, ending in `/` (empty for the home page); `kind` also
    names its template's folder; `source` is the file of the dossier that it shows, relative to the
    dossier's folder, so that readers can mend it; `record` the id of what it shows;
    `citation` and `linked` (JSON-LD) are for its head. `many`: such pages are as many as records,
    so none is in the navigation. `pictures` are those that its prose shows, by path.
    """

    address: str
    kind: str
    template: str
    title: str
    description: str
    shown: Any
    source: str | None = None
    record: str | None = None
    citation: Citation | None = None
    many: bool = False
    linked: str = ""
    pictures: tuple[str, ...] = ()


@frozen
class Redirect:
    """A page at an address that was published once: it leads to where the record stands now.

    `script` leads to the place in that page as well.
    """

    address: str
    target: str
    title: str
    script: str


@frozen
class EmbedView:
    """A view inside a hand-written page, and the template that shows it."""

    template: str
    shown: Any
