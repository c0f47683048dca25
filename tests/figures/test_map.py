"""Where places stand on the map."""

import pytest

from mkdocs_dossier.figures.map import WORLD, make_map_around, make_maps, project
from mkdocs_dossier.pages.basemap import world_paths

PLACE = "kind: city\nname: {name}\nsummary: V.\ncoordinates: [{latitude}, {longitude}]\n"
EAST = {"pekin": (39.9, 116.4), "dalian": (38.9, 121.6), "vladivostok": (43.1, 131.9)}
FAR = {"new-york": (40.75, -73.97), "moscou": (55.76, 37.62)}


def files(places):
    return {
        f"places/{id}.yml": PLACE.format(name=id.title(), latitude=lat, longitude=lon)
        for id, (lat, lon) in places.items()
    }


def test_places_of_one_region_give_a_map_of_it(make_indexes):
    (region,) = make_maps(make_indexes(files(EAST)))
    assert region.frame[2] < WORLD[2] / 4
    left, top, width, height = region.frame
    for mark in region.marks:
        assert left < mark.x < left + width
        assert top < mark.y < top + height


def test_places_elsewhere_stand_on_a_map_of_the_world(make_indexes):
    region, world = make_maps(make_indexes(files({**EAST, **FAR})))
    assert {mark.place.id for mark in region.marks} == set(EAST)
    assert {mark.place.id for mark in world.marks} == set(FAR)
    assert world.frame == WORLD


def test_label_gives_way_to_its_neighbour(make_indexes):
    near = {"un": (39.0, 125.0), "deux": (39.0, 125.6), "trois": (45.0, 140.0)}
    (region,) = make_maps(make_indexes(files(near)))
    sides = {mark.place.id: mark.side for mark in region.marks}
    assert sides["un"] != sides["deux"]


def test_projection_is_the_one_of_the_base_map(root):
    script = (root / "tools/basemap/make.mjs").read_text()
    assert "PARALLEL = 35" in script
    assert "SCALE = 10" in script
    x, y = project(35, 10)
    assert y == -350
    assert 81 < x < 82


def test_no_place_no_map(make_indexes):
    assert make_maps(make_indexes()) == []


def test_a_place_stands_in_the_middle_of_its_own_map_with_its_neighbours(make_indexes):
    indexes = make_indexes(files({**EAST, **FAR}))
    map_ = make_map_around(indexes, indexes.dossier.places["dalian"])
    left, top, width, height = map_.frame
    assert (map_.marks[0].x, map_.marks[0].y) == pytest.approx(
        (left + width / 2, top + height / 2), abs=0.1
    )
    assert {mark.place.id for mark in map_.marks} == set(EAST)
    assert map_.marks[0].place.id == "dalian"
    assert map_.marks[0].side


def test_only_the_land_of_its_part_of_the_world_is_drawn(make_indexes):
    indexes = make_indexes(files(EAST))
    map_ = make_map_around(indexes, indexes.dossier.places["pekin"])
    land = world_paths(map_.frame)
    assert 'id="c156"' in land, "China"
    assert 'id="c250"' not in land, "France"
    assert len(land) < len(world_paths()) / 4


def test_a_place_without_coordinates_has_no_map(make_indexes):
    indexes = make_indexes({"places/x.yml": "{kind: site, name: X, summary: S.}\n"})
    assert make_map_around(indexes, indexes.dossier.places["x"]) is None
