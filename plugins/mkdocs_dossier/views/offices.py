"""Which office somebody held on a day."""

from dataclasses import dataclass

from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.records import Actor, Office


@dataclass(frozen=True)
class Held:
    """An office at a date. `certain` is False where only its beginning is known."""

    office: Office
    certain: bool


def offices_at(actor: Actor, date: Date | None) -> list[Held]:
    """The offices that the actor held at the date, those attested or bounded first.

    Empty when none is known: the caller says so, and never shows a later or earlier office instead.
    """
    if date is None:
        return []
    found = []
    for office in actor.offices:
        if office.date is not None:
            if office.date.may_touch(date):
                found.append(Held(office, True))
        elif office.start is not None or office.end not in (None, STILL):
            if office.start and date.surely_before(office.start):
                continue
            if office.end and office.end.surely_before(date):
                continue
            found.append(Held(office, office.start is not None and office.end is not None))
    return sorted(found, key=lambda held: not held.certain)
