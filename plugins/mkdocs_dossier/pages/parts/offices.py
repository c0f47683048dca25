"""The office that a person held on a day, in words."""

from collections.abc import Iterable

from mkdocs_dossier.index import offices
from mkdocs_dossier.index.offices import body_of
from mkdocs_dossier.languages.periods import say_period
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.records import Office, Relation
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.sentences import office_words
from mkdocs_dossier.pages.values.provenance import Held, HeldThen
from mkdocs_dossier.pages.values.text import Link


def held_then(site: Site, id: str | None, date: Date | None) -> HeldThen | None:
    """The offices of a person at a date; None for whoever holds none by nature."""
    actor = site.dossier.actors.get(id or "")
    if actor is None or actor.kind != "person":
        return None
    return say_held(site, offices.offices_at(actor, date), date)


def say_held(site: Site, held: Iterable[offices.Held], date: Date | None) -> HeldThen:
    """Offices at a date, in words."""
    found = (
        Held(
            office_words(site, each.office, each.country),
            each.certain or bool(each.office.end),
            tokens_of(site, each.office),
        )
        for each in held
    )
    return HeldThen(tuple(found), date is not None)


def say_when(site: Site, fact: Office | Relation) -> str:
    """When an office was held or a relation held true; empty where nobody knows."""
    return say_period(fact.start, fact.end, fact.date, site.texts)


def gather_body(scope: Scope, office: Office) -> Link | None:
    """The body of an office, to be linked in its title or after it."""
    return scope.link(office.organisation) if office.organisation else None


def is_named(site: Site, office: Office) -> bool:
    """Whether the title says in which body the office is, under any of its names."""
    return body_of(site.dossier, office) is None
