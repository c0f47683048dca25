"""A curator's own base map, `map.geojson`: outlines of land, and lines, as plain coordinates."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.dossier import Origin, Outline
from mkdocs_dossier.source import files
from mkdocs_dossier.source.parse import Parsed
from mkdocs_dossier.source.tree import Fault

MAP_FILE = "map.geojson"
_DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""How many lists stand around the points of a geometry."""


class _Unfit(Exception):
    """What is wrong with the file: the key of a message and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def read_base_map(file: Path) -> tuple[tuple[Outline, ...], Parsed]:
    """The outlines of a file in GeoJSON, none if it has a fault. Raises nothing."""
    try:
        text = files.read_text(file)
    except files.Unreadable as error:
        return (), Parsed(Origin(MAP_FILE), (_fault(error.position, error.key, error.values),))
    origin = Origin(MAP_FILE, text)
    try:
        outlines = tuple(_read(json.loads(text)))
        if not outlines:
            raise _Unfit("map.empty")
    except json.JSONDecodeError as error:
        return (), Parsed(origin, (_fault((error.lineno, error.colno), "map.json"),))
    except (RecursionError, ValueError):  # numbers too long to be read, lists too deep
        return (), Parsed(origin, (_fault((1, 1), "map.json"),))
    except _Unfit as error:
        return (), Parsed(origin, (_fault((1, 1), error.key, error.values),))
    return outlines, Parsed(origin)


def _fault(position: tuple[int, int], key: str, values: dict[str, str] | None = None) -> Fault:
    return Fault(position, "file", key, values or {})


def _read(data: Any) -> Iterator[Outline]:
    count = 0
    for kind, coordinates in _list_geometries(data):
        for ring in _list_rings(coordinates, _DEPTH[kind] - 1):
            points = tuple(map(_read_point, ring))
            count += len(points)
            if count > limits.MAP_POINTS:
                raise _Unfit("map.points", most=str(limits.MAP_POINTS))
            if len(points) > 1:
                yield Outline("Polygon" in kind, points)


def _list_geometries(data: Any) -> Iterator[tuple[str, Any]]:
    waiting = [data]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, dict):
            raise _Unfit("map.shape", found=_name(each))
        kind = each.get("type")
        if kind == "FeatureCollection":
            waiting += reversed(_as_list(each.get("features")))
        elif kind == "GeometryCollection":
            waiting += reversed(_as_list(each.get("geometries")))
        elif kind == "Feature":
            if each.get("geometry") is not None:
                waiting.append(each["geometry"])
        elif isinstance(kind, str) and kind in _DEPTH:
            yield kind, each.get("coordinates")
        elif kind not in ("Point", "MultiPoint"):  # places are the dossier's own
            raise _Unfit("map.shape", found=_name(kind))


def _list_rings(data: Any, depth: int) -> Iterator[list[Any]]:
    if depth == 0:
        yield _as_list(data)
    else:
        for each in _as_list(data):
            yield from _list_rings(each, depth - 1)


def _as_list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise _Unfit("map.shape", found=_name(data))
    return data


def _read_point(data: Any) -> tuple[float, float]:
    """Latitude and longitude; GeoJSON has them the other way round."""
    if not isinstance(data, list) or len(data) < 2:
        raise _Unfit("map.shape", found=_name(data))
    longitude, latitude = data[:2]
    for value, most in ((longitude, 180), (latitude, 90)):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not abs(value) <= most:  # NaN is not either
            raise _Unfit("map.degrees", found=_name(value))
    return float(latitude), float(longitude)


def _name(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False)[:40] if not isinstance(found, str) else found[:40]
