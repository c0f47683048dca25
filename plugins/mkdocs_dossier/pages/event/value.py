"""All that an event's page shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import (
    DisputeBlock,
    Evidence,
    HeldThen,
    Party,
    StatementList,
    TrustLine,
)
from mkdocs_dossier.pages.values.records import (
    Closing,
    DatedFact,
    Elsewhere,
    EventLine,
    Existence,
    Head,
    MentionLists,
)
from mkdocs_dossier.pages.values.text import Link, Place, Prose


@frozen
class ParticipantLine:
    """Who took part, how, and in which office; `count` of a group that its name does not say."""

    party: Party
    role: str
    count: int
    then: tuple[HeldThen, ...]
    note: str
    evidence: Evidence
    origins: str
    place: Place


@frozen
class Side:
    """Those on one side; `label` is empty where there is only one."""

    label: str
    participants: tuple[ParticipantLine, ...]


@frozen
class SeriesFact:
    """Its place in a numbered series: « 4e », and how many others are known here, by origin."""

    topic: Link
    place: str
    others: int
    tally: str


@frozen
class Neighbour:
    """The event before or after this one."""

    name: str
    address: str
    date: str


@frozen
class Neighbours:
    """The events before and after, in a series or in time."""

    before: Neighbour | None = None
    after: Neighbour | None = None


@frozen
class EventPage:
    """An event: who took part on which side, what was said, what surrounds it."""

    head: Head
    date: DatedFact
    place: Link | None
    place_disputed: bool
    place_origins: str
    existence: Existence
    in_series: SeriesFact | None
    marked: tuple[Link, ...]
    about: tuple[Link, ...]
    trust: TrustLine
    tags: tuple[Link, ...]
    elsewhere: Elsewhere
    description: Prose | None
    sides: tuple[Side, ...]
    disputes: tuple[DisputeBlock, ...]
    said_here: StatementList
    said_about: StatementList
    sub_events: tuple[EventLine, ...]
    series: tuple[EventLine, ...]
    related: tuple[EventLine, ...]
    mentions: MentionLists
    closing: Closing
    next_in_series: Neighbours | None
    next_in_time: Neighbours | None

    @property
    def participant_count(self) -> int:
        """How many lines of participants there are."""
        return sum(len(side.participants) for side in self.sides)
