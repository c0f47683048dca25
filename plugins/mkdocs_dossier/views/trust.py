"""How far a fact can be trusted, at a glance."""

from dataclasses import dataclass

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Judged, Sourced
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.views.origins import find_event_origins, find_origins


@dataclass(frozen=True)
class Trust:
    """What one line says of a fact.

    `origins`: how many independent ones; `state_only`: all are state-controlled media; `sourced`:
    it has a source, or says in words how it is known; `basis`: only the latter. `status` is that
    of its content, None for what carries none; `disputed`: another version is on record.
    """

    origins: int = 0
    state_only: bool = False
    sourced: bool = True
    basis: bool = False
    status: str | None = None
    disputed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The filters under which a reader finds it."""
        found = ["none" if self.origins == 0 else "one" if self.origins == 1 else "several"]
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
        origins = find_event_origins(fact, dossier)
        sourced = bool(fact.sources) or any(
            each.sources for each in (*fact.participants, *fact.statements)
        )
    else:
        origins = find_origins(fact, dossier)
        sourced = bool(fact.sources)
    return Trust(
        len(origins),
        origins.state_media_only,
        sourced or fact.basis is not None,
        not sourced and fact.basis is not None,
        str(fact.status) if isinstance(fact, Judged) else None,
        isinstance(fact, Event) and bool(fact.disputes),
    )
