"""The base map of the places page, made by tools/basemap/make.mjs; its licence lies beside it."""

import importlib.resources
from functools import cache

from markupsafe import Markup


@cache
def world_paths() -> Markup:
    """The countries as SVG paths, in the projection of views/map.py."""
    svg = importlib.resources.files(__name__).joinpath("world.svg").read_text(encoding="utf-8")
    inside = svg.partition(">")[2].rpartition("</svg>")[0]
    return Markup(inside.strip().replace("\n", ""))
