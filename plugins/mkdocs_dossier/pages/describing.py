"""What the templates of records can ask about a fact or an actor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.records import Office, Relation
from mkdocs_dossier.model.web import is_web_address, is_wikipedia, read_wikidata
from mkdocs_dossier.views.offices import Held, body_of, offices_at
from mkdocs_dossier.views.say_period import say_period

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


def describing_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""

    def held_at(id: str | None, date: Date | None) -> list[Held] | None:
        """The offices of a person at a date; None for whoever holds none by nature."""
        actor = press.dossier.actors.get(id or "")
        return offices_at(actor, date) if actor and actor.kind == "person" else None

    def period(fact: Office | Relation) -> str:
        """When an office was held or a relation held true, in words."""
        return say_period(fact.start, fact.end, fact.date, press.texts)

    def office_body(office: Office, country: str | None = None) -> str | None:
        """What must be told after an office's title: see `body_of`."""
        return body_of(press.dossier, office, country)

    def ordinal(number: int) -> str:
        """« 1er », « 4e »."""
        key = "first" if number == 1 else "other"
        return press.texts(f"record.ordinal.{key}", number=number)

    return {
        "held_at": held_at,
        "period": period,
        "office_body": office_body,
        "ordinal": ordinal,
        "web_address": lambda text: text if text and is_web_address(text) else None,
        "wikipedia": lambda text: text if text and is_wikipedia(text) else None,
        "wikidata": lambda text: read_wikidata(text) if text else None,
    }
