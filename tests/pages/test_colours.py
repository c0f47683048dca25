"""The colours of ties stay apart, in both modes, for all eyes.

Colour vision is simulated as Machado, Oliveira and Fernandes (2009) do; distances are those of
CIELAB, in which 2 can just be told apart side by side.
"""

import itertools
import math
import re

import pytest

EYES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.28, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
PAPER = {"default": "#ffffff", "slate": "#1e2129"}


def linear(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(rgb):
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def lab(rgb):
    x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505
    z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * max(part, 0) + 16 / 116
        for part in (x, luminance(rgb), z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.fixture(scope="module")
def tones(root):
    assets = root / "plugins/mkdocs_dossier/pages/assets"
    css = "".join((assets / f"{name}.css").read_text("utf-8") for name in ("views", "theme"))
    found = re.findall(r"--d-tone-(\w+): (#[0-9a-f]{6})", css)
    names = len({name for name, _ in found})
    assert names > 5
    return {"default": dict(found[:names]), "slate": dict(found[names : 2 * names])}


@pytest.mark.parametrize("mode", PAPER)
@pytest.mark.parametrize("eyes", EYES)
def test_tones_stay_apart(tones, mode, eyes):
    seen = {
        name: lab(
            [sum(a * b for a, b in zip(row, linear(each), strict=True)) for row in EYES[eyes]]
        )
        for name, each in tones[mode].items()
    }
    near = {
        (one, other): distance
        for one, other in itertools.combinations(sorted(seen), 2)
        if (distance := math.dist(seen[one], seen[other])) < 15
    }
    assert near == {}


@pytest.mark.parametrize("mode", PAPER)
def test_tones_stand_out_from_the_paper(tones, mode):
    paper = luminance(linear(PAPER[mode]))
    for name, each in tones[mode].items():
        one = luminance(linear(each))
        assert (max(paper, one) + 0.05) / (min(paper, one) + 0.05) >= 3, name
