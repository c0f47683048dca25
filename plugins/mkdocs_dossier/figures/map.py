"""Where places stand on the base map, and which part of the world to show.

The projection is that of tools/basemap/make.mjs: equidistant cylindrical, true to scale at
PARALLEL, SCALE pixels a degree of latitude, north up.
"""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.dossier import Outline
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.records import Event, Place

PARALLEL, SCALE = 35, 10
WORLD = (-1475.0, -790.0, 2950.0, 1360.0)
FAR = 25.0
"""Degrees of longitude that part two regions."""
MARGIN = 0.35
LEAST, LEAST_OWN, AROUND = 80.0, 20.0, 200.0
"""How wide a map is at least, in pixels: the shipped coasts are drawn for countries.

AROUND: that of a single place, so that its neighbours are on it.
"""

Frame = tuple[float, float, float, float]
"""Left, top, width and height, in pixels of the base map."""


Visits = Mapping[str, Sequence[Event]]
"""The events at each place, by its id."""


@frozen
class Mark:
    """A place on the map: its point, the side of its label, and the events there.

    `side` is 'right', 'left', 'above' or 'below'; empty where no label would be readable.
    """

    place: Place
    x: float
    y: float
    events: tuple[Event, ...]
    side: str


@frozen
class Land:
    """The outlines of a base map of the dossier's own, as SVG paths: land, and mere lines."""

    land: str
    lines: str


def draw_land(outlines: Sequence[Outline], frame: Frame | None = None) -> Land:
    """What of a base map lies in a part of it, or all."""
    parts: dict[bool, list[str]] = {True: [], False: []}
    for outline in outlines:
        points = [project(*point) for point in outline.points]
        if frame is None or _overlap(_box(points), frame):
            path = "L".join(f"{x},{y}" for x, y in points)
            parts[outline.closed].append(f"M{path}{'Z' if outline.closed else ''}")
    return Land("".join(parts[True]), "".join(parts[False]))


def _box(points: Sequence[tuple[float, float]]) -> Frame:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


@frozen
class Map:
    """A part of the world with its places.

    `unit` is the size, in pixels of the base map, of what looks the same on maps of all scales: a
    hundredth of a wide map, a fiftieth of one for phones.
    """

    frame: Frame
    marks: tuple[Mark, ...]
    unit: float


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """A point of the earth in pixels of the base map."""
    x = longitude * SCALE * math.cos(math.radians(PARALLEL))
    return round(x, 1), round(-latitude * SCALE, 1)


def make_maps(
    indexes: Indexes, *, narrow: bool = False, events: AbstractSet[str] | None = None
) -> list[Map]:
    """The region in which most places lie; and the world, when some lie elsewhere.

    `narrow`: for phones, taller and with larger labels. `events`: only these and their places.
    """
    at = {
        id: tuple(event for event in group if events is None or event.id in events)
        for id, group in indexes.events_at.items()
    }
    ratio, share = (0.85, 50) if narrow else (1.5, 100)
    known = indexes.dossier.places.values()
    places = [each for each in known if each.coordinates and (events is None or at.get(each.id))]
    if not places:
        return []
    own = bool(indexes.dossier.base_map)
    region = places if own else max(_regions(places), key=len)
    least = LEAST_OWN if own else LEAST
    maps = [_make_map(at, region, _frame_around(region, ratio, least), share)]
    if len(region) < len(places):
        others = [place for place in places if place not in region]
        maps.append(_make_map(at, others, WORLD, share))
    return maps


def make_map_around(indexes: Indexes, place: Place) -> Map | None:
    """A small map of a place and what is around it; None where it has no coordinates."""
    if not place.coordinates:
        return None
    frame = _frame_around([place], 1.0, LEAST_OWN if indexes.dossier.base_map else AROUND)
    known = (each for each in indexes.dossier.places.values() if each.coordinates and each != place)
    near = [each for each in known if _is_inside(_point(each), frame)]
    return _make_map(indexes.events_at, [place, *near], frame, 34, first=place)


def _is_inside(point: tuple[float, float], frame: Frame) -> bool:
    left, top, width, height = frame
    return left < point[0] < left + width and top < point[1] < top + height


def _regions(places: Sequence[Place]) -> list[list[Place]]:
    """The places in groups, from west to east, between which a wide gap lies."""
    groups: list[list[Place]] = []
    for place in sorted(places, key=lambda each: (_longitude(each), each.id)):
        if groups and _longitude(place) - _longitude(groups[-1][-1]) <= FAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _longitude(place: Place) -> float:
    assert place.coordinates
    return place.coordinates[1]


def _frame_around(places: Sequence[Place], ratio: float, least: float) -> Frame:
    points = [_point(place) for place in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width = max(least, (max(xs) - min(xs)) * (1 + 2 * MARGIN))
    height = max(least / ratio, (max(ys) - min(ys)) * (1 + 2 * MARGIN))
    width, height = max(width, height * ratio), max(height, width / ratio)
    left, top = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2
    return round(left, 1), round(top, 1), round(width, 1), round(height, 1)


def _point(place: Place) -> tuple[float, float]:
    assert place.coordinates
    return project(*place.coordinates)


def _make_map(
    at: Visits, places: Sequence[Place], frame: Frame, share: int, first: Place | None = None
) -> Map:
    """`first` gets its label before the others do."""
    unit = round(frame[2] / share, 2)
    taken: list[Frame] = [(x - unit, y - unit, 2 * unit, 2 * unit) for x, y in map(_point, places)]
    marks = []
    for place in sorted(
        places, key=lambda each: (each != first, -len(at.get(each.id, ())), each.id)
    ):
        x, y = _point(place)
        side, box = _find_room(place.name, x, y, unit, frame, taken)
        if box:
            taken.append(box)
        marks.append(Mark(place, x, y, tuple(at.get(place.id, ())), side))
    return Map(frame, tuple(marks), unit)


def _find_room(
    name: str, x: float, y: float, unit: float, frame: Frame, taken: list[Frame]
) -> tuple[str, Frame | None]:
    """The first side on which a label stays inside and covers neither a mark nor a label."""
    wide, high, off = len(name) * unit * 1.0, unit * 2.4, unit * 1.6
    boxes = {
        "right": (x + off, y - high / 2, wide, high),
        "left": (x - off - wide, y - high / 2, wide, high),
        "above": (x - wide / 2, y - off - high, wide, high),
        "below": (x - wide / 2, y + off, wide, high),
    }
    for side, box in boxes.items():
        inside = frame[0] <= box[0] and box[0] + box[2] <= frame[0] + frame[2]
        if inside and not any(_overlap(box, other) for other in taken):
            return side, box
    return "", None


def _overlap(one: Frame, other: Frame) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
