"""Which office somebody held on a day."""

import re
from dataclasses import dataclass

from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.records import Actor, Office


@dataclass(frozen=True)
class Held:
    """An office at a date. `certain` is False where only its beginning is known.

    `country` is that of its holder.
    """

    office: Office
    certain: bool
    country: str | None = None


def body_of(dossier: Dossier, office: Office, country: str | None = None) -> str | None:
    """The body, or else the country of its holder, that a reader must be told after the title.

    None where there is none, or where the title names it already, under any of its names.
    """
    id = office.organisation or country
    actor = dossier.actors.get(id or "")
    if actor is None:
        return None
    names = [actor.name, *(alias.name for alias in actor.aliases), *actor.short_names]
    pattern = "|".join(re.escape(name) for name in names)
    named = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", office.title, re.IGNORECASE)
    return None if named else actor.id


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
                found.append(Held(office, True, actor.country))
        elif office.start is not None or office.end not in (None, STILL):
            if office.start and date.surely_before(office.start):
                continue
            if office.end and office.end.surely_before(date):
                continue
            certain = office.start is not None and office.end is not None
            found.append(Held(office, certain, actor.country))
    return sorted(found, key=lambda held: not held.certain)
