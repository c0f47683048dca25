"""A participant who did not exist yet, or no longer, when the event took place."""

from collections.abc import Iterator

from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.references import ActorId
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.trust.contradictions.find import is_settled
from mkdocs_dossier.trust.contradictions.times import find_part_outside_life

RULE = "outside-existence"


def check(context: Context) -> Iterator[Finding]:
    """Each actor of each participation, against its own start and end; doubt is no breach.

    What a dispute or a dismissal settles is none either.
    """
    settled = {
        (found.id, found.path, found.other.record)
        for found in find_part_outside_life(context.dossier)
        if is_settled(found, context.dossier)
    }
    for id, path, actor_id in context.all_of(ActorId):
        actor = context.dossier.actors.get(actor_id)
        event = context.dossier.events.get(id) if path[0] == "participants" else None
        if not isinstance(event, Event) or actor is None or "sources" in path:
            continue
        if (id, path[:2], actor.id) in settled:
            continue
        first, last = event.date or event.start, event.date or event.end
        values = {"actor": actor.name, "date": str(first or last)}
        if last and actor.start and last.surely_before(actor.start):
            values["bound"] = str(actor.start)
            yield Finding(RULE, id, path, values, key=f"{RULE}.early")
        elif first and actor.end and actor.end.surely_before(first):
            values["bound"] = str(actor.end)
            yield Finding(RULE, id, path, values, key=f"{RULE}.late")
