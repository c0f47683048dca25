"""All that a place's page shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.maps import MapDrawing
from mkdocs_dossier.pages.values.provenance import DisputeBlock, StatementList
from mkdocs_dossier.pages.values.records import (
    Closing,
    Elsewhere,
    EventLine,
    Existence,
    Head,
    MentionLists,
)
from mkdocs_dossier.pages.values.text import Link, Prose
from mkdocs_dossier.pages.values.time import TimeBars


@frozen
class PlacePage:
    """A place: where it lies, what happened there, what is said of it."""

    head: Head
    country: Link | None
    existence: Existence
    parts: tuple[Link, ...]
    government_of: Link | None
    coordinates: str
    around: MapDrawing | None
    tags: tuple[Link, ...]
    elsewhere: Elsewhere
    description: Prose | None
    time_bars: TimeBars | None
    events: tuple[EventLine, ...]
    related: tuple[EventLine, ...]
    disputes: tuple[DisputeBlock, ...]
    said_about: StatementList
    mentions: MentionLists
    closing: Closing
