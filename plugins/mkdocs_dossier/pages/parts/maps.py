"""Maps with their links and words."""

from collections.abc import Set as AbstractSet

from mkdocs_dossier.figures.map import Frame, Map, Mark, draw_land, make_map_around, make_maps
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.records import Place
from mkdocs_dossier.pages.basemap import near_path
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.maps import MapDrawing, MapForm, MapLand, MapMark
from mkdocs_dossier.pages.values.tally import write_tally

FORMS = ("wide", "tall")
NEAR = 400.0
"""How wide, in pixels of the base map, a part of the world is that shows countries closely."""


def gather_maps(scope: Scope, events: AbstractSet[str] | None = None) -> tuple[MapForm, ...]:
    """The maps for wide and for narrow screens; none where no place has coordinates.

    `events`: only these and their places.
    """
    found = []
    dossier = scope.site.dossier
    if dossier.settings.map == "none":
        return ()
    credit = dossier.settings.map_credit if dossier.base_map else None
    for form in FORMS:
        maps = make_maps(scope.site.indexes, narrow=form == "tall", events=events)
        if maps:
            words = ("views.map.region", "views.map.world")
            labels = (scope.site.texts(key) for key in words)
            drawn = tuple(_gather_map(scope, *each) for each in zip(maps, labels, strict=False))
            found.append(MapForm(form, drawn, credit or ""))
    return tuple(found)


def gather_map_around(scope: Scope, place: Place) -> MapDrawing | None:
    """A small map of a place and what is around it; None where it has no coordinates."""
    found, dossier = make_map_around(scope.site.indexes, place), scope.site.dossier
    if found is None or dossier.settings.map == "none":
        return None
    return _gather_map(scope, found, scope.site.texts("views.map.around", name=place.name))


def _gather_land(dossier: Dossier, frame: Frame) -> MapLand | None:
    """The dossier's own base map there; that of countries, where they are large; else none."""
    if dossier.base_map:
        land = draw_land(dossier.base_map, frame)
        return MapLand(land.land, land.lines)
    return MapLand(near_path(frame)) if frame[2] <= NEAR else None


def _gather_map(scope: Scope, drawn: Map, label: str) -> MapDrawing:
    unit = drawn.unit
    return MapDrawing(
        label,
        drawn.frame,
        round(unit * 1.6, 1),
        round(unit * 1.8, 1),
        tuple(_gather_mark(scope, mark, unit) for mark in drawn.marks),
        _gather_land(scope.site.dossier, drawn.frame),
    )


def _gather_mark(scope: Scope, mark: Mark, unit: float) -> MapMark:
    texts, count, name = scope.site.texts, len(mark.events), mark.place.name
    told = texts.plural("views.count.events", count) if count else texts("views.count.no-event")
    offsets = {
        "right": (1.6, 0.6, "start"),
        "left": (-1.6, 0.6, "end"),
        "above": (0.0, -2.0, "middle"),
        "below": (0.0, 3.0, "middle"),
    }
    across, down, anchor = offsets.get(mark.side, (0.0, 0.0, ""))
    return MapMark(
        name,
        scope.link(mark.place.id).address or "",
        f"{name} – {told}",
        mark.x,
        mark.y,
        round(unit * min(0.45 + count**0.5 * 0.22, 1.5), 2),
        not count,
        name if anchor else "",
        round(mark.x + unit * across, 1),
        round(mark.y + unit * down, 1),
        anchor,
        write_tally(tokens_of(scope.site, event) for event in mark.events),
    )
