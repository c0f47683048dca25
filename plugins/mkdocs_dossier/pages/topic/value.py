"""All that a topic's page shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import DisputeBlock, StatementList
from mkdocs_dossier.pages.values.records import (
    Closing,
    DatedFact,
    Elsewhere,
    EventLine,
    Existence,
    Head,
    MentionLists,
)
from mkdocs_dossier.pages.values.text import Link, Prose
from mkdocs_dossier.pages.values.time import TimeBars


@frozen
class TopicPage:
    """A topic: the events about it, the series that it names, what is said of it."""

    head: Head
    date: DatedFact | None
    existence: Existence
    parts: tuple[Link, ...]
    about: tuple[Link, ...]
    related: tuple[Link, ...]
    tags: tuple[Link, ...]
    elsewhere: Elsewhere
    description: Prose | None
    series: tuple[EventLine, ...]
    time_bars: TimeBars | None
    events: tuple[EventLine, ...]
    disputes: tuple[DisputeBlock, ...]
    said_about: StatementList
    mentions: MentionLists
    closing: Closing
