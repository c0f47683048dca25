"""The maps of a site: none, the shipped one, or the curator's own."""

import json
import re

import lxml.html
import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.basemap import near_path
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import load

PLACE = "kind: city\nname: Aville\nsummary: S.\n"
COORDINATES = "coordinates: [50.5, 10.5]\n"
LAND = {"type": "Polygon", "coordinates": [[[10, 50], [11, 50], [11, 51], [10, 50]]]}
RIVER = {"type": "LineString", "coordinates": [[10, 50], [11, 51]]}
OWN = json.dumps({"type": "GeometryCollection", "geometries": [LAND, RIVER]})


@pytest.fixture
def build(write_dossier):
    def build(settings="", place=PLACE + COORDINATES, files=None):
        text = f"title: T\nlanguage: en\n{settings}"
        folder = write_dossier({"dossier.yml": text, "places/a.yml": place, **(files or {})})
        site = Site(Indexes(load(folder).dossier), Features())
        pages = {page.address: page.html for page in build_pages(site, Renderer(site.texts))}
        return [
            lxml.html.fragment_fromstring(pages[each], create_parent=True)
            for each in ("places/", "places/a/")
        ]

    return build


def test_the_shipped_map_is_drawn_around_the_places(build):
    for root in build():
        [land, *_] = root.xpath("//*[@class='d-map__land']/path/@d")
        assert land.startswith("M")
        assert "Aville" in "".join(root.xpath("//svg//text/text()"))


@pytest.mark.parametrize(("settings", "place"), [("map: none\n", PLACE + COORDINATES), ("", PLACE)])
def test_there_is_no_map(build, settings, place):
    for root in build(settings, place):
        assert root.find_class("d-map__land") == []
        assert root.find_class("d-maps") == []


def test_an_own_map_stands_in_the_place_of_the_shipped_one(build):
    index, page = build("map: own\nmap_credit: <b>Ada</b>, CC0\n", files={"map.geojson": OWN})
    for root in (index, page):
        land, lines = root.find_class("d-map__land")[0].xpath("path")
        assert land.get("d").endswith("Z")
        assert lines.get("d").startswith("M")
        assert "Z" not in lines.get("d")
        left, _, width, _ = map(float, root.xpath("//div[@class='d-map']/svg/@viewbox")[0].split())
        assert width < 40  # close to the place: it is as fine as its curator made it
        assert left < 86 < left + width
    assert index.findtext(".//figcaption") == "<b>Ada</b>, CC0"


def test_close_by_the_coasts_are_cut_off_at_the_frame():
    """What is not shown is not sent; what is shown is as fine as its size asks for."""
    frame = (500.0, -500.0, 80.0, 60.0)
    path = near_path(frame)
    points = [tuple(map(float, each.split(","))) for each in re.findall(r"-?[\d.]+,-?[\d.]+", path)]
    assert points
    assert min(x for x, _ in points) >= 490
    assert max(x for x, _ in points) <= 590
    wide = near_path((300.0, -600.0, 400.0, 300.0))
    assert len(wide) < 120_000


def test_far_apart_the_world_is_drawn_once(build):
    second = "kind: city\nname: Far\nsummary: S.\ncoordinates: [-30, 150]\n"
    index, _ = build(files={"places/b.yml": second})
    assert len(index.xpath("//svg//*[@id='_world']/path[@id]")) > 100
    assert len(index.xpath("//use")) == 2
