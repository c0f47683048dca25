"""What came before and after an event."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.records import Event


@dataclass(frozen=True)
class Neighbours:
    """The events just before and after one; None where there is none."""

    before: Event | None = None
    after: Event | None = None

    def __bool__(self) -> bool:
        return self.before is not None or self.after is not None


def neighbours_in_time(indexes: Indexes, event: Event) -> Neighbours:
    """Among all dated events that neither contain this one nor are part of it."""
    if event.date is None:
        return Neighbours()
    related = {event.part_of, *(each.id for each in indexes.sub_events.get(event.id, []))}
    return Neighbours(
        _nearest(event, indexes.before, related), _nearest(event, indexes.after, related)
    )


def neighbours_in_series(indexes: Indexes, event: Event) -> Neighbours:
    """Among the events of the same series, by their ordinals, else by time."""
    return _around(series_of(indexes, event), event) if event.series else Neighbours()


def series_of(indexes: Indexes, event: Event) -> list[Event]:
    """All events of an event's series in order, itself included; empty when it is in none."""
    return indexes.series.get(event.series.topic, []) if event.series else []


def _nearest(
    event: Event, steps: Mapping[str, Event], related: Container[str | None]
) -> Event | None:
    found = steps.get(event.id)
    while found and found.id in related:
        found = steps.get(found.id)
    return found


def _around(events: list[Event], event: Event) -> Neighbours:
    at = next(index for index, each in enumerate(events) if each.id == event.id)
    before = events[at - 1] if at else None
    after = events[at + 1] if at + 1 < len(events) else None
    return Neighbours(before, after)
