"""Shares and sums of money that are none are refused, each on its line."""

import pytest

from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load

ACTOR = "kind: state\nname: B\nsummary: S.\n"


@pytest.mark.parametrize(
    ("measure", "line"),
    [
        ("share: 120", 7),
        ("share: -1", 7),
        ("share: nan", 7),
        ("share: half", 7),
        ("amount: 5", 7),
        ("amount: {value: 5}", 7),
        ("amount: {value: 5, currency: euro}", 7),
        ("amount: {value: inf, currency: EUR}", 7),
        ("amount: {value: -5, currency: EUR}", 7),
    ],
)
def test_what_is_no_measure_is_refused(measure, line, write_dossier):
    held = "kind: state\nname: A\nsummary: S.\nrelations:\n  - type: aids\n    with: b\n    "
    folder = write_dossier({"actors/a.yml": f"{held}{measure}\n", "actors/b.yml": ACTOR})
    faults = [each for each in check(load(folder)) if each.level == "error"]
    assert [each.line for each in faults] == [line]


@pytest.mark.parametrize("measure", ["share: 51", "share: 33.3%", "share: 0", "share: 100 %"])
def test_a_share_may_bear_its_sign(measure, write_dossier):
    held = "kind: state\nname: A\nsummary: S.\nrelations:\n  - type: aids\n    with: b\n    "
    folder = write_dossier({"actors/a.yml": f"{held}{measure}\n", "actors/b.yml": ACTOR})
    assert [each for each in check(load(folder)) if each.level == "error"] == []
