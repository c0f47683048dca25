"""The events as calendars (iCalendar, RFC 5545): of the whole, and of each actor.

An event stands on the days that its date can touch, all day long. Where it lies on one of them and
nobody knows which, it says so in its title, and is tentative. A date without a beginning or an end,
or before our era, has no place in a calendar.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.one_line import drop_unfit, one_line
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.reads import made_once
from mkdocs_dossier.model.records import Event, Place
from mkdocs_dossier.model.slug import slugify

NAME = "events.ics"
_OCTETS = 75
_SPECIAL = re.compile(r"([\\;,])")


@dataclass(frozen=True)
class Calendar:
    """The entries of all events, each written once."""

    publication: Publication

    @made_once
    def entries(self) -> dict[str, str]:
        """The lines, folded, of each event that a calendar can hold, in order of time."""
        found = {}
        for event in self.publication.indexes.dated:
            bounds = find_days(event.date)
            if bounds:
                found[event.id] = _fold_all(self._write(event, *bounds))
        return found

    def write(self, name: str, events: Iterable[str]) -> bytes:
        """A calendar of those of the events that it can hold."""
        head = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//mkdocs-dossier//dossier//EN",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{_escape(name)}",
        ]
        held = "".join(self.entries[event] for event in events)
        return f"{_fold_all(head)}{held}END:VCALENDAR\r\n".encode()

    def _write(self, event: Event, first: Day, last: Day) -> Iterator[str]:
        publication, say = self.publication, self.publication.texts
        assert event.date is not None
        said = say_date(event.date, say)
        sure = is_sure(event.date)
        title = event.name if sure else say("data.calendar.unsure", name=event.name, date=said)
        stamp = publication.changed(event) or first
        origins = publication.tell_origins(event)
        yield "BEGIN:VEVENT"
        yield f"UID:{event.id}@{slugify(publication.dossier.settings.title) or 'dossier'}"
        yield f"DTSTAMP:{_compact(stamp)}T000000Z"
        yield f"DTSTART;VALUE=DATE:{_compact(first)}"
        yield f"DTEND;VALUE=DATE:{_compact(last.plus(1))}"  # the first day that is free again
        yield f"SUMMARY:{_escape(title)}"
        yield f"DESCRIPTION:{_escape(f'{said}. {event.summary} {origins}')}"
        yield f"STATUS:{'CONFIRMED' if sure else 'TENTATIVE'}"
        yield "TRANSP:TRANSPARENT"
        yield f"CATEGORIES:{_escape(self._kind(event))}"
        place = publication.dossier.get(event.place or "")
        if place:
            yield f"LOCATION:{_escape(place.title_text)}"
        if isinstance(place, Place) and place.coordinates:
            latitude, longitude = place.coordinates
            yield f"GEO:{latitude:.6f};{longitude:.6f}"
        if publication.site:
            yield f"URL:{publication.address_of(event.id)}"
        yield "END:VEVENT"

    def _kind(self, event: Event) -> str:
        dossier = self.publication.dossier
        return dossier.vocabulary.label("kind", event.kind, dossier.language, "event")


def make_calendars(publication: Publication) -> Iterator[File]:
    """No file for whom there is no entry."""
    calendar = Calendar(publication)
    title = publication.dossier.settings.title
    if calendar.entries:
        content = calendar.write(title, calendar.entries)
        yield File(NAME, content, main=True, rows=len(calendar.entries))
    for actor in publication.dossier.actors.values():
        parts = publication.indexes.parts.get(actor.id, [])
        held = [part.event.id for part in parts if part.event.id in calendar.entries]
        if held:
            content = calendar.write(f"{actor.name} – {title}", held)
            path = f"{publication.addresses.of(actor.id)}{NAME}"
            yield File(path, content, beside=True, rows=len(held))


def find_days(date: Date | None) -> tuple[Day, Day] | None:
    """The first and the last day that a date can touch; None where a calendar cannot hold it."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    inside = date.earliest.year >= 1 and date.latest < Day(9999, 12, 31)
    return (date.earliest, date.latest) if inside else None


def is_sure(date: Date) -> bool:
    """Whether the event is known to last from the first to the last of its days."""
    return date.exact


def _compact(day: Day) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(drop_unfit(text)))


def _fold_all(lines: Iterable[str]) -> str:
    return "".join(f"{part}\r\n" for line in lines for part in _fold(line))


def _fold(line: str) -> Iterator[str]:
    """A content line as lines of 75 octets at most; no character is cut."""
    if len(line.encode()) <= _OCTETS:
        yield line
        return
    part, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + width
    yield part


FORMAT = Format(
    "calendar",
    make_calendars,
    "import icalendar, urllib.request\n"
    'events = icalendar.Calendar.from_ical(urllib.request.urlopen("{file}").read()).events',
    order=50,
)
