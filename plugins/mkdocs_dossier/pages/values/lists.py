"""What indexes and other lists show: entries, and the filters above them."""

from typing import ClassVar

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.records import EventLine, Portrait
from mkdocs_dossier.pages.values.text import Link


@frozen
class Select:
    """A filter with its values, each with its words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@frozen
class Facets:
    """What filters ask of an entry: `words` are its names, folded."""

    kind: str
    state: str = ""
    words: str = ""


@frozen
class Avatar:
    """A small picture, or initials in the shape of a kind of actor."""

    portrait: Portrait
    shape: str


@frozen
class OfficesNow:
    """Titles of the offices held today; `current` is False where they are the last known ones."""

    titles: tuple[str, ...]
    current: bool = True


@frozen
class EntryRow:
    """A record in an index: what it is, and how many events its page lists.

    `tally` counts these by origin, as scripts read it.
    """

    event: ClassVar[None] = None  # which tells it from an EventRow
    link: Link
    facets: Facets
    avatar: Avatar | None = None
    native: str = ""
    native_language: str = ""
    offices: OfficesNow | None = None
    about: str = ""
    belongs: Link | None = None
    events: int = 0
    tally: str = ""


@frozen
class EventRow:
    """An event or an article in an index: when, what, where or in which outlet.

    `beside` is the place or the outlet, linked where it has a page.
    """

    event: EventLine
    facets: Facets
    kind: str = ""
    beside: Link | None = None


Row = EntryRow | EventRow


@frozen
class RowGroup:
    """Rows under a heading with its anchor."""

    anchor: str
    heading: str
    rows: tuple[Row, ...]
