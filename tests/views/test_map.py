"""Where places stand on the map."""

from mkdocs_dossier.views.map import WORLD, make_maps, project

PLACE = "kind: city\nname: {name}\nsummary: V.\ncoordinates: [{latitude}, {longitude}]\n"
EAST = {"pekin": (39.9, 116.4), "dalian": (38.9, 121.6), "vladivostok": (43.1, 131.9)}
FAR = {"new-york": (40.75, -73.97), "moscou": (55.76, 37.62)}


def files(places):
    return {
        f"places/{id}.yml": PLACE.format(name=id.title(), latitude=lat, longitude=lon)
        for id, (lat, lon) in places.items()
    }


def test_places_of_one_region_give_a_map_of_it(make_book):
    (region,) = make_maps(make_book(files(EAST)))
    assert region.frame[2] < WORLD[2] / 4
    left, top, width, height = region.frame
    for mark in region.marks:
        assert left < mark.x < left + width
        assert top < mark.y < top + height


def test_places_elsewhere_stand_on_a_map_of_the_world(make_book):
    region, world = make_maps(make_book(files({**EAST, **FAR})))
    assert {mark.place.id for mark in region.marks} == set(EAST)
    assert {mark.place.id for mark in world.marks} == set(FAR)
    assert world.frame == WORLD


def test_label_gives_way_to_its_neighbour(make_book):
    near = {"un": (39.0, 125.0), "deux": (39.0, 125.6), "trois": (45.0, 140.0)}
    (region,) = make_maps(make_book(files(near)))
    sides = {mark.place.id: mark.side for mark in region.marks}
    assert sides["un"] != sides["deux"]


def test_projection_is_the_one_of_the_base_map(root):
    script = (root / "tools/basemap/make.mjs").read_text()
    assert "PARALLEL = 35" in script
    assert "SCALE = 10" in script
    x, y = project(35, 10)
    assert y == -350
    assert 81 < x < 82


def test_no_place_no_map(make_book):
    assert make_maps(make_book()) == []
