"""Events and articles by year and month."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import HeldThen
from mkdocs_dossier.pages.values.records import EventLine
from mkdocs_dossier.pages.values.text import Link


@frozen
class Attendee:
    """Who took part, with the office held then; `then` is None for whoever holds none."""

    who: Link
    then: HeldThen | None


@frozen
class ChronologyEntry:
    """An event or an article: when, what, where, who; and what filters ask of it.

    `tone` is its colour; `basis` says how a doubtful date is known; years are empty where unknown.
    """

    id: str
    event: EventLine
    kind: str
    label: str
    tone: str
    place: Link | None
    outlet: Link | None
    attendees: tuple[Attendee, ...]
    actors: str
    states: str
    at: str
    doubtful: bool
    first: str
    last: str
    basis: str = ""
    marked: bool = False


@frozen
class MonthOfEntries:
    """The entries of a month; no `name`: those whose date names none."""

    name: str
    entries: tuple[ChronologyEntry, ...]


@frozen
class YearOfEntries:
    """The months of a year, or of no known year."""

    anchor: str
    heading: str
    months: tuple[MonthOfEntries, ...]
