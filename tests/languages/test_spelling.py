"""Letters that stand for a record without a picture."""

import pytest

from mkdocs_dossier.languages.spelling import initials

RECORD = "kind: {kind}\nname: {name}\nsummary: S.\n"


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("person", "Kim Jong-un", "KJ"),
        ("person", "ada", "a"),
        ("person", "Brutus", "B"),
        ("person", "Ludwig van Beethoven", "LB"),
        ("organisation", "Parti communiste chinois", "PCC"),
        ("organisation", "Parti du travail de Corée", "PTC"),
        ("organisation", "Assemblée nationale de l'Union", "ANU"),
        ("organisation", "Les Amis", "LA"),
        ("media", "KCNA", "KCNA"),
        ("media", "Agence centrale\nshort_names: [AC]", "AC"),
        ("state", "Chine", "C"),
        ("person", "习近平", "习"),
    ],
)
def test_initials(kind, name, expected, make_indexes):
    indexes = make_indexes({"actors/x.yml": RECORD.format(kind=kind, name=name)})
    assert initials(indexes.dossier.actors["x"]) == expected
