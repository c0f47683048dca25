"""A curator's own base map is read, and judged as untrusted input."""

import json

import pytest

from mkdocs_dossier.model import limits
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load

SETTINGS = "title: T\nlanguage: en\nmap: own\nmap_credit: Me, CC0\n"
SQUARE = [[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]]


def feature(kind, coordinates):
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


def judge(write_dossier, text, settings=SETTINGS):
    files = {"dossier.yml": settings} | ({} if text is None else {"map.geojson": text})
    loaded = load(write_dossier(files))
    return loaded.dossier, [each for each in check(loaded) if each.rule == "file"]


def test_land_and_lines(write_dossier):
    text = collection(
        feature("Polygon", SQUARE),
        feature("MultiPolygon", [SQUARE, SQUARE]),
        feature("LineString", [[10, 50], [12, 52]]),
        feature("Point", [1, 1]),
        {"type": "Feature", "geometry": None},
    )
    dossier, problems = judge(write_dossier, text)
    assert problems == []
    assert [each.closed for each in dossier.base_map] == [True, True, True, False]
    assert dossier.base_map[3].points == ((50.0, 10.0), (52.0, 12.0))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"type": "Topology"}', "'Topology' is no part"),
        ("[]", "'[]' is no part"),
        (collection(feature("Polygon", [[["<script>", 50]]])), "no degree"),
        (collection(feature("Polygon", [[[10, 91]]])), "no degree"),
        ('{"type": "LineString", "coordinates": [[NaN, 1], [2, 2]]}', "no degree"),
        (f'{{"type": "LineString", "coordinates": [[{"9" * 400}, 1], [2, 2]]}}', "no degree"),
        (f'{{"type": "LineString", "coordinates": [[{"9" * 9000}, 1], [2, 2]]}}', "no JSON"),
        (collection(feature("Polygon", 5)), "'5' is no part"),
        (collection(), "no polygon"),
        (collection(feature("LineString", [[1, 1]] * (limits.MAP_POINTS + 1))), "more than"),
        (" " * (limits.MAP_BYTES + 1), "MB"),
        (None, "needs the base map"),
    ],
)
def test_what_is_no_base_map_is_refused(write_dossier, text, said):
    dossier, problems = judge(write_dossier, text)
    [problem] = problems
    assert said in problem.message
    assert dossier.base_map == ()


def test_whoever_made_it_must_be_named(write_dossier):
    settings = "title: T\nlanguage: en\nmap: own\n"
    _, [problem] = judge(write_dossier, collection(feature("Polygon", SQUARE)), settings)
    assert "map_credit" in problem.message
    assert (problem.path, problem.line) == ("dossier.yml", 3)


def test_without_the_field_the_file_is_left_alone(write_dossier):
    dossier, problems = judge(write_dossier, "{", "title: T\nlanguage: en\n")
    assert (dossier.base_map, problems) == ((), [])
