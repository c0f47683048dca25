"""From the indexes to the value of a place's page."""

from babel.numbers import format_decimal

from mkdocs_dossier.index.chronicle import order_within
from mkdocs_dossier.model.records import Place
from mkdocs_dossier.pages.parts.closing import gather_closing
from mkdocs_dossier.pages.parts.disputes import gather_disputes
from mkdocs_dossier.pages.parts.events import gather_event_lines
from mkdocs_dossier.pages.parts.head import (
    gather_elsewhere,
    gather_existence,
    gather_head,
    gather_tags,
)
from mkdocs_dossier.pages.parts.maps import gather_map_around
from mkdocs_dossier.pages.parts.mentions import gather_mentions
from mkdocs_dossier.pages.parts.statements import gather_statements
from mkdocs_dossier.pages.parts.time import gather_time_bars
from mkdocs_dossier.pages.place.value import PlacePage
from mkdocs_dossier.pages.scope import Scope, Site


def gather_place(scope: Scope, place: Place) -> PlacePage:
    """The events there and about it, what is said of it, and where it lies."""
    site, indexes = scope.site, scope.site.indexes
    kicker = [site.term("kind", place.kind, "place").capitalize()]
    kicker += [site.dossier.name_of(place.country)] if place.country else []
    events = order_within(indexes, {each.id for each in indexes.events_at.get(place.id, [])})
    return PlacePage(
        head=gather_head(scope, place, " · ".join(kicker)),
        country=scope.link(place.country) if place.country else None,
        existence=gather_existence(scope, place),
        parts=scope.links(record.id for record in indexes.parts_of.get(place.id, [])),
        government_of=scope.link(place.government_of) if place.government_of else None,
        coordinates=say_coordinates(site, place.coordinates) if place.coordinates else "",
        around=gather_map_around(scope, place),
        tags=gather_tags(scope, place),
        elsewhere=gather_elsewhere(place),
        description=scope.prose(place.description, "_description-", 3),
        time_bars=gather_time_bars(scope, events),
        events=gather_event_lines(scope, events),
        related=gather_event_lines(scope, indexes.events_about.get(place.id, [])),
        disputes=gather_disputes(scope, place),
        said_about=gather_statements(scope, indexes.said_about.get(place.id, [])),
        mentions=gather_mentions(scope, place.id),
        closing=gather_closing(scope, place),
    )


def say_coordinates(site: Site, coordinates: list[float]) -> str:
    """« 39,03° N · 125,75° E »."""
    parts = []
    for value, (positive, negative) in zip(coordinates, (("N", "S"), ("E", "O")), strict=True):
        side = site.texts(f"record.direction.{positive if value >= 0 else negative}")
        number = format_decimal(abs(value), format="0.##", locale=site.texts.locale)
        parts.append(f"{number}° {side}")
    return " · ".join(parts)
