"""The base map of the places page, made by tools/basemap/make.mjs; its licence lies beside it."""

import importlib.resources
import re
from functools import cache

from markupsafe import Markup

Frame = tuple[float, float, float, float]
_PATH = re.compile(r'<path id="([^"]+)" d="([^"]+)"/>')
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def world_paths(frame: Frame | None = None) -> Markup:
    """The countries as SVG paths, in the projection of figures/map.py.

    `frame` (left, top, width, height): only what lies in this part of the world.
    """
    shown = [
        (id, "".join(outline for outline, box in outlines if frame is None or _touch(box, frame)))
        for id, outlines in _read_countries()
    ]
    paths = (Markup('<path id="{}" d="{}"/>').format(id, path) for id, path in shown if path)
    return Markup("").join(paths)


@cache
def _read_countries() -> list[tuple[str, list[tuple[str, Frame]]]]:
    """Each country's id, and its outlines, each with the box around it."""
    svg = importlib.resources.files(__name__).joinpath("world.svg").read_text(encoding="utf-8")
    return [
        (id, [(f"{each}Z", _box(each)) for each in path.split("Z") if each])
        for id, path in _PATH.findall(svg)
    ]


def _box(outline: str) -> Frame:
    points = [(float(x), float(y)) for x, y in _POINT.findall(outline)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top


def _touch(one: Frame, other: Frame) -> bool:
    return (
        one[0] <= other[0] + other[2]
        and other[0] <= one[0] + one[2]
        and one[1] <= other[1] + other[3]
        and other[1] <= one[1] + one[3]
    )
