"""The page of a place."""

from typing import Any

from babel.numbers import format_decimal

from mkdocs_dossier.model.records import Place
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.chronicle import order_within
from mkdocs_dossier.views.map import make_map_around


def describe_place(press: Press, place: Place) -> dict[str, Any]:
    """The events there and about it, what is said of it, and where it lies."""
    book = press.book
    return {
        "parts": [record.id for record in book.parts_of.get(place.id, [])],
        "events": order_within(book, {each.id for each in book.events_at.get(place.id, [])}),
        "related": book.events_about.get(place.id, []),
        "said_about": book.said_about.get(place.id, []),
        "around": make_map_around(book, place),
        "coordinates": say_coordinates(press, place.coordinates) if place.coordinates else "",
    }


def say_coordinates(press: Press, coordinates: list[float]) -> str:
    """« 39,03° N · 125,75° E »."""
    parts = []
    for value, (positive, negative) in zip(coordinates, (("N", "S"), ("E", "O")), strict=True):
        side = press.texts(f"record.direction.{positive if value >= 0 else negative}")
        number = format_decimal(abs(value), format="0.##", locale=press.texts.language)
        parts.append(f"{number}° {side}")
    return " · ".join(parts)
