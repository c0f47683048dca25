"""How far a fact can be trusted, at a glance."""

from dataclasses import dataclass, field

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Judged, Sourced
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.trust.origins import Origins, find_origins, find_record_origins


@dataclass(frozen=True)
class Trust:
    """What one line says of a fact.

    `origins`: the independent ones; `against`: how many sources contradict it; `sourced`: a source
    supports it, or words say how it is known; `basis`: only the latter. `status` is that of its
    content, None for what carries none; `disputed`: another version is on record.
    """

    origins: Origins = field(default_factory=Origins)
    against: int = 0
    sourced: bool = True
    basis: bool = False
    status: str | None = None
    disputed: bool = False

    @property
    def state_only(self) -> bool:
        """All origins are state-controlled media."""
        return self.origins.state_media_only

    @property
    def keys(self) -> tuple[str, ...]:
        """The filters under which a reader finds it."""
        count = len(self.origins)
        found = ["none" if count == 0 else "one" if count == 1 else "several"]
        if self.state_only:
            found.append("state")
        if self.status:
            found.append(self.status)
        if self.disputed and self.status != "disputed":
            found.append("disputed")
        return tuple(found)


def weigh(fact: Sourced | Event, dossier: Dossier) -> Trust:
    """The trust line of a statement, relation, office, participant, version or event."""
    if isinstance(fact, Event):
        origins = find_record_origins(fact, dossier)
        sources = [*fact.sources]
        for each in (*fact.participants, *fact.statements):
            sources += each.supporting
    else:
        origins = find_origins(fact, dossier)
        sources = fact.sources
    sourced = any(not source.against for source in sources)
    return Trust(
        origins,
        sum(source.against for source in sources),
        sourced or fact.basis is not None,
        not sourced and fact.basis is not None,
        str(fact.status) if isinstance(fact, Judged) else None,
        isinstance(fact, Event) and bool(fact.disputes),
    )
