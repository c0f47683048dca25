"""To which state each actor belongs."""

from mkdocs_dossier.model.dossier import Dossier


def state_of(dossier: Dossier, id: str) -> str | None:
    """The state an actor is, has as its country, or belongs to through what it is part of."""
    seen: set[str] = set()
    while (actor := dossier.actors.get(id)) and id not in seen:
        seen.add(id)
        if actor.kind == "state":
            return id
        if actor.country:
            return actor.country if actor.country in dossier.actors else None
        id = actor.part_of or ""
    return None
