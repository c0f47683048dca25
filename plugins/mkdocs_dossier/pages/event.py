"""The page of an event."""

from typing import Any

from mkdocs_dossier.model.records import Event, Participant
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.items import Said
from mkdocs_dossier.views.sequence import neighbours_in_series, neighbours_in_time, series_of


def describe_event(press: Press, event: Event) -> dict[str, Any]:
    """Who took part on which side, what was said, what surrounds the event."""
    book = press.book
    recalls = book.dossier.vocabulary.event_kind(event.kind).commemorates
    marked = [id for id in event.about if recalls and id in book.dossier.events]
    return {
        "sides": group_by_side(press, event.participants),
        "side_label": lambda side: _say_side(press, side),
        "marked": marked,
        "about": [id for id in event.about if id not in marked],
        "said_here": [Said(event, statement) for statement in event.statements],
        "said_about": [
            said for said in book.said_about.get(event.id, []) if said.holder is not event
        ],
        "sub_events": book.sub_events.get(event.id, []),
        "series": series_of(book, event),
        "related": [each for each in book.events_about.get(event.id, []) if each is not event],
        "in_series": neighbours_in_series(book, event),
        "in_time": neighbours_in_time(book, event),
    }


def group_by_side(
    press: Press, participants: list[Participant]
) -> list[tuple[str | None, list[Participant]]]:
    """Participants by the side that their role puts them on, in the order of the file."""
    found: dict[str | None, list[Participant]] = {}
    for each in participants:
        role = press.dossier.vocabulary.roles.get(each.role or "")
        found.setdefault(role.side if role else None, []).append(each)
    return sorted(found.items(), key=lambda pair: pair[0] is None)


def _say_side(press: Press, side: str | None) -> str:
    return press.term("side", side) if side else press.texts("record.no-side")
