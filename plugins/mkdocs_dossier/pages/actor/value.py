"""All that an actor's page shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.impact import AloneLine, ImpactSection
from mkdocs_dossier.pages.values.provenance import DisputeBlock, StatementList
from mkdocs_dossier.pages.values.records import (
    Closing,
    Elsewhere,
    EncounterLine,
    Existence,
    Head,
    MentionLists,
    OfficeLine,
    Stretch,
    TieGroup,
)
from mkdocs_dossier.pages.values.text import Link, Prose
from mkdocs_dossier.pages.values.time import TimeBars


@frozen
class PersonLine:
    """One of the people of a state or a body, with the first office known."""

    who: Link
    office: str = ""
    origins: str = ""


@frozen
class ActorPage:
    """An actor: who it is, in which office when, what it took part in, said, and is tied to.

    `offices_now` are titles with their period and origins; `still`: they are held today, else the
    last known. `earlier` stretches are folded, `recent` ones open; `count` is the number of their
    moments. `in_graph` leads to the graph of relations, with this actor in the middle.
    """

    head: Head
    country: Link | None
    control: str
    offices_now: tuple[tuple[str, str, str], ...]
    still: bool
    existence: Existence
    parts: tuple[Link, ...]
    bodies: tuple[Link, ...]
    people: tuple[PersonLine, ...]
    tags: tuple[Link, ...]
    elsewhere: Elsewhere
    description: Prose | None
    offices: tuple[OfficeLine, ...]
    time_bars: TimeBars | None
    earlier: tuple[Stretch, ...]
    recent: tuple[Stretch, ...]
    count: int
    met: tuple[EncounterLine, ...]
    ties: tuple[TieGroup, ...]
    in_graph: Link | None
    disputes: tuple[DisputeBlock, ...]
    said_by: StatementList
    relayed: StatementList
    said_about: StatementList
    alone: tuple[AloneLine, ...]
    mentions: MentionLists
    closing: Closing
    impact: ImpactSection

    @property
    def earlier_count(self) -> int:
        """How many moments are folded."""
        return sum(len(stretch.moments) for stretch in self.earlier)

    @property
    def tie_count(self) -> int:
        """How many relations there are."""
        return sum(len(group.ties) for group in self.ties)
