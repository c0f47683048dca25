"""What came before and after an event."""

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
    place = indexes.place_in_time[event.id]
    before = (indexes.dated[at] for at in range(place - 1, -1, -1))
    after = (indexes.dated[at] for at in range(place + 1, len(indexes.dated)))
    return Neighbours(
        next((each for each in before if each.id not in related), None),
        next((each for each in after if each.id not in related), None),
    )


def neighbours_in_series(indexes: Indexes, event: Event) -> Neighbours:
    """Among the events of the same series, by their ordinals, else by time."""
    return _around(series_of(indexes, event), event) if event.series else Neighbours()


def series_of(indexes: Indexes, event: Event) -> list[Event]:
    """All events of an event's series in order, itself included; empty when it is in none."""
    return indexes.series.get(event.series.topic, []) if event.series else []


def _around(events: list[Event], event: Event) -> Neighbours:
    at = next(index for index, each in enumerate(events) if each.id == event.id)
    before = events[at - 1] if at else None
    after = events[at + 1] if at + 1 < len(events) else None
    return Neighbours(before, after)
