"""The maps of a site: none, the shipped one, or the curator's own."""

import json

import lxml.html
import pytest

from mkdocs_dossier.index.indexes import Indexes
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
        assert root.xpath("//svg//*[@id='_world']/path[@id]")
        assert "Aville" in "".join(root.xpath("//svg//text/text()"))


@pytest.mark.parametrize(("settings", "place"), [("map: none\n", PLACE + COORDINATES), ("", PLACE)])
def test_there_is_no_map(build, settings, place):
    for root in build(settings, place):
        assert root.xpath("//svg//*[@id='_world']") == []
        assert root.find_class("d-maps") == []


def test_an_own_map_stands_in_the_place_of_the_shipped_one(build):
    index, page = build("map: own\nmap_credit: <b>Ada</b>, CC0\n", files={"map.geojson": OWN})
    for root in (index, page):
        land, lines = root.xpath("//svg//*[@id='_world']/path")
        assert land.get("d").endswith("Z")
        assert lines.get("d").startswith("M")
        assert "Z" not in lines.get("d")
        left, _, width, _ = map(float, root.xpath("//div[@class='d-map']/svg/@viewbox")[0].split())
        assert width < 40  # close to the place: it is as fine as its curator made it
        assert left < 86 < left + width
    assert index.findtext(".//figcaption") == "<b>Ada</b>, CC0"
