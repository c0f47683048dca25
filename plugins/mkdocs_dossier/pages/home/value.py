"""All that the home page shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.lists import Avatar, EventRow, OfficesNow
from mkdocs_dossier.pages.values.text import Link, Prose


@frozen
class Start:
    """A question to begin with, and what its page tells."""

    question: Link
    told: str


@frozen
class Card:
    """A main actor: its offices, or what it is."""

    link: Link
    avatar: Avatar
    offices: OfficesNow | None
    about: str


@frozen
class HomePage:
    """What the dossier is about, what gets in, the latest, the numbers, and where to start.

    `numbers` are words, count, and the count by origin where that can be told.
    """

    title: str
    summary: str
    numbers: tuple[tuple[str, int, str], ...]
    starts: tuple[Start, ...]
    actors: tuple[Card, ...]
    all_actors: Link
    events: tuple[EventRow, ...]
    all_events: Link
    articles: tuple[EventRow, ...]
    all_articles: Link
    introduction: Prose | None
    inclusion: Prose | None
