"""Events in lists, and the events of an actor's life."""

from collections.abc import Iterable

from mkdocs_dossier.index import chronicle
from mkdocs_dossier.index.disputes import is_disputed
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.page import give_way
from mkdocs_dossier.pages.parts.offices import say_held
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.records import Doer, EventLine, Moment, Stretch


def gather_event_lines(
    scope: Scope, events: Iterable[Event], *, numbers: bool = False
) -> tuple[EventLine, ...]:
    """A line for each event; `numbers`: with its place in its series instead of what it is."""
    return tuple(gather_event_line(scope, each, numbers=numbers) for each in events)


def gather_event_line(scope: Scope, event: Event | Article, *, numbers: bool = False) -> EventLine:
    """When, what, where."""
    site = scope.site
    how, place = "", ""
    if isinstance(event, Event):
        how = site.term("kind", event.kind, "event")
        if numbers and event.series and event.series.ordinal:
            ordinal = say_ordinal(site, event.series.ordinal)
            how = site.texts("record.series", ordinal=ordinal)
        if event.place and event.place != scope.record and not numbers:
            place = site.dossier.name_of(event.place)
    fields = [field for field in ("date", "name", "kind") if is_disputed(event, field)]
    address = site.addresses.of(event.id) or ""
    return EventLine(
        scope.link(event.id),
        site.when(event.date),
        how,
        place,
        scope.url(f"{address}#{_place_of_disputes(event)}") if fields else "",
        tuple(fields),
        event.id == scope.record,
        tokens_of(site, event),
    )


def _place_of_disputes(event: Event | Article) -> str:
    return give_way("disputes", [each.id for each in event.statements])


def say_ordinal(site: Site, number: int) -> str:
    """« 1er », « 4e »."""
    return site.texts.ordinal("record.ordinal", number)


def gather_stretches(scope: Scope, stretches: Iterable[chronicle.Stretch]) -> tuple[Stretch, ...]:
    """The events of an actor in order of time, a person's under the offices held then."""
    return tuple(
        Stretch(
            None
            if stretch.offices is None
            else say_held(scope.site, stretch.offices, stretch.moments[0].event.date),
            tuple(_gather_moment(scope, each) for each in stretch.moments),
        )
        for stretch in stretches
    )


def _gather_moment(scope: Scope, moment: chronicle.Moment) -> Moment:
    part = moment.participant
    return Moment(
        gather_event_line(scope, moment.event),
        scope.site.term("role", part.role) if part and part.role else "",
        part.name or "" if part else "",
        tuple(_gather_doer(scope, each, moment.event) for each in moment.doers),
        moment.within,
    )


def _gather_doer(scope: Scope, doer: chronicle.Doer, event: Event) -> Doer:
    if doer.actor.kind != "person":
        return Doer(scope.link(doer.actor.id))
    return Doer(scope.link(doer.actor.id), say_held(scope.site, doer.offices[:1], event.date))
