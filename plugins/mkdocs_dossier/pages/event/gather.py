"""From the indexes to the value of an event's page."""

from collections.abc import Sequence

from mkdocs_dossier.index import before_after as sequence
from mkdocs_dossier.index.disputes import is_disputed
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.records import Event, Participant
from mkdocs_dossier.pages.event.value import (
    EventPage,
    Neighbour,
    Neighbours,
    ParticipantLine,
    SeriesFact,
    Side,
)
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.closing import gather_closing
from mkdocs_dossier.pages.parts.disputes import gather_disputes
from mkdocs_dossier.pages.parts.events import gather_event_lines, say_ordinal
from mkdocs_dossier.pages.parts.head import (
    gather_date,
    gather_elsewhere,
    gather_existence,
    gather_head,
    gather_tags,
)
from mkdocs_dossier.pages.parts.mentions import gather_mentions
from mkdocs_dossier.pages.parts.offices import held_then
from mkdocs_dossier.pages.parts.places import place_all
from mkdocs_dossier.pages.parts.sources import gather_evidence, gather_party
from mkdocs_dossier.pages.parts.statements import gather_statements
from mkdocs_dossier.pages.parts.trust import gather_trust
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Place


def gather_event(scope: Scope, event: Event) -> EventPage:
    """Who took part on which side, what was said, what surrounds the event."""
    site, indexes = scope.site, scope.site.indexes
    kicker = [site.term("kind", event.kind, "event").capitalize()]
    kicker += [site.dossier.name_of(event.place)] if event.place else []
    recalls = indexes.dossier.vocabulary.event_kind(event.kind).commemorates
    marked = [id for id in event.about if recalls and id in indexes.dossier.events]
    series = sequence.series_of(indexes, event)
    related = [each for each in indexes.events_about.get(event.id, []) if each is not event]
    about = [said for said in indexes.said_about.get(event.id, []) if said.holder is not event]
    return EventPage(
        head=gather_head(scope, event, " · ".join(kicker)),
        date=gather_date(site, event),
        place=scope.link(event.place) if event.place else None,
        place_disputed=is_disputed(event, "place"),
        place_origins=tokens_of(site, event, "place"),
        existence=gather_existence(scope, event),
        in_series=_gather_series(scope, event, series),
        marked=scope.links(marked),
        about=scope.links(id for id in event.about if id not in marked),
        trust=gather_trust(site, event),
        tags=gather_tags(scope, event),
        elsewhere=gather_elsewhere(event),
        description=scope.prose(event.description, "_description-", 3),
        sides=_gather_sides(scope, event),
        disputes=gather_disputes(scope, event),
        said_here=gather_statements(scope, (Said(event, each) for each in event.statements)),
        said_about=gather_statements(scope, about),
        sub_events=gather_event_lines(scope, indexes.sub_events.get(event.id, [])),
        series=gather_event_lines(scope, series, numbers=True) if len(series) > 1 else (),
        related=gather_event_lines(scope, related),
        mentions=gather_mentions(scope, event.id),
        closing=gather_closing(scope, event),
        next_in_series=_gather_neighbours(scope, sequence.neighbours_in_series(indexes, event)),
        next_in_time=_gather_neighbours(scope, sequence.neighbours_in_time(indexes, event)),
    )


def _gather_series(scope: Scope, event: Event, series: Sequence[Event]) -> SeriesFact | None:
    if event.series is None:
        return None
    place = ""
    if event.series.ordinal:
        ordinal = say_ordinal(scope.site, event.series.ordinal)
        place = scope.site.texts("record.series", ordinal=ordinal)
    others = [tokens_of(scope.site, each) for each in series if each is not event]
    return SeriesFact(scope.link(event.series.topic), place, len(others), write_tally(others))


def _gather_sides(scope: Scope, event: Event) -> tuple[Side, ...]:
    """Participants by the side that their role puts them on, in the order of the file."""
    found: dict[str | None, list[tuple[Place, Participant]]] = {}
    places = place_all("participant", event.participants)
    for place, each in zip(places, event.participants, strict=True):
        role = scope.site.dossier.vocabulary.roles.get(each.role or "")
        found.setdefault(role.side if role else None, []).append((place, each))
    several = len(found) > 1
    sides = []
    for side, group in sorted(found.items(), key=lambda pair: pair[0] is None):
        label = _say_side(scope, side) if several else ""
        lines = tuple(
            _gather_participant(scope, event, each, label, place) for place, each in group
        )
        sides.append(Side(label, lines))
    return tuple(sides)


def _say_side(scope: Scope, side: str | None) -> str:
    return scope.site.term("side", side) if side else scope.site.texts("record.no-side")


def _gather_participant(
    scope: Scope, event: Event, who: Participant, side: str, place: Place
) -> ParticipantLine:
    role = scope.site.term("role", who.role) if who.role else ""
    others = {each.actor for each in event.participants}
    persons = [who.actor, who.led_by if who.led_by not in others else None]
    held = (held_then(scope.site, id, event.date) for id in persons if id)
    return ParticipantLine(
        gather_party(scope, who),
        role if role != side.lower() else "",
        who.count if who.count and str(who.count) not in (who.name or "") else 0,
        tuple(each for each in held if each is not None),
        who.note or "",
        gather_evidence(scope, who),
        tokens_of(scope.site, who if who.sources or who.basis else event),
        place,
    )


def _gather_neighbours(scope: Scope, pair: sequence.Neighbours) -> Neighbours | None:
    if not pair:
        return None
    return Neighbours(_gather_neighbour(scope, pair.before), _gather_neighbour(scope, pair.after))


def _gather_neighbour(scope: Scope, event: Event | None) -> Neighbour | None:
    if event is None:
        return None
    address = scope.link(event.id).address or ""
    return Neighbour(event.title_text, address, scope.site.say(event.date))
