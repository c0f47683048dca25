"""The base maps of places, made by tools/basemap/make.mjs; their licence lies beside them.

`world.svg` is drawn for continents, `near.svg` for countries.
"""

import importlib.resources
import re
from functools import cache, lru_cache

from markupsafe import Markup

Frame = tuple[float, float, float, float]
Point = tuple[float, float]
_PATH = re.compile(r'<path id="([^"]+)" d="([^"]+)"/>')
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def world_paths(frame: Frame | None = None) -> Markup:
    """The countries as SVG paths, in the projection of figures/map.py.

    `frame` (left, top, width, height): only what lies in this part of the world.
    """
    shown = [
        (id, "".join(outline for outline, box in outlines if frame is None or _touch(box, frame)))
        for id, outlines in _read_countries("world.svg")
    ]
    paths = (Markup('<path id="{}" d="{}"/>').format(id, path) for id, path in shown if path)
    return Markup("").join(paths)


@lru_cache(2**10)  # a preview draws the same maps after each change
def near_path(frame: Frame) -> str:
    """The outlines of countries in a small part of the world, cut off beyond it, as one SVG path.

    Points that nobody could tell apart at this size are left out.
    """
    left, top, width, height = frame
    around = (left - width / 10, top - height / 10, width * 1.2, height * 1.2)
    least = width / 1000
    found = []
    for _, outlines in _read_countries("near.svg"):
        for outline, box in outlines:
            if _touch(box, around):
                points = _thin(_clip(_read_points(outline), around), least)
                if len(points) > 2:
                    found.append("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + "Z")
    return "".join(found)


def _clip(points: list[Point], frame: Frame) -> list[Point]:
    """A polygon cut off at the four sides of a frame, side by side (Sutherland and Hodgman)."""
    left, top, width, height = frame
    for axis, limit, sign in (
        (0, left, 1),
        (0, left + width, -1),
        (1, top, 1),
        (1, top + height, -1),
    ):
        inside = [(point[axis] - limit) * sign >= 0 for point in points]
        if all(inside):
            continue
        kept: list[Point] = []
        before, was = points[-1], inside[-1]
        for after, is_ in zip(points, inside, strict=True):
            if was != is_:
                share = (limit - before[axis]) / (after[axis] - before[axis])
                (x, y), (next_x, next_y) = before, after
                kept.append((x + (next_x - x) * share, y + (next_y - y) * share))
            if is_:
                kept.append(after)
            before, was = after, is_
        points = kept
    return points


def _thin(points: list[Point], least: float) -> list[Point]:
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= least:
            kept.append((x, y))
    return kept


@cache
def _read_countries(name: str) -> list[tuple[str, list[tuple[str, Frame]]]]:
    """Each country's id, and its outlines, each with the box around it."""
    svg = importlib.resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [
        (id, [(f"{each}Z", _box(each)) for each in path.split("Z") if each])
        for id, path in _PATH.findall(svg)
    ]


def _read_points(outline: str) -> list[Point]:
    return [(float(x), float(y)) for x, y in _POINT.findall(outline)]


def _box(outline: str) -> Frame:
    points = _read_points(outline)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top


def _touch(one: Frame, other: Frame) -> bool:
    return (
        one[0] <= other[0] + other[2]
        and other[0] <= one[0] + one[2]
        and one[1] <= other[1] + other[3]
        and other[1] <= one[1] + one[3]
    )
