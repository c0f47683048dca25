"""Bars drawn from the bounds of dates."""

import pytest

from mkdocs_dossier.figures.time_bars import draw_bars
from mkdocs_dossier.index.dated import Dated
from mkdocs_dossier.model.dates import parse


def draw(*dates, width=1000):
    return draw_bars([Dated(text, text, parse(text), "visit") for text in dates], width)


def styles(strip, text):
    (bar,) = [bar for bar in strip.bars if bar.item.id == text]
    return [piece.style for piece in bar.pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-21", ["sure"]),
        ("2024-03-21/2024-03-23", ["sure"]),
        ("2024-03", ["unsure"]),
        ("2024-06-21~", ["unsure"]),
        ("[2024-03-21..2024-03-24]", ["unsure"]),
        ("2020-01/2023-08~", ["unsure", "sure", "unsure"]),
        ("2022-02-24/..", ["sure", "open-end"]),
        ("../2022-02-24", ["open-start", "sure"]),
        ("[2022..]", ["open-end"]),
    ],
)
def test_doubt_is_drawn(text, expected):
    found = styles(draw(text, "2019-01-01", "2025-12-31"), text)
    assert found == expected or found == [style for style in expected if style != "sure"]


@pytest.mark.parametrize(
    "ends", [("-9999", "9999"), ("9999-12-31", "9999-12-30"), ("-0043", "0014")]
)
def test_the_ends_of_the_calendar_are_drawn_inside(ends):
    strip = draw(*ends)
    for bar in strip.bars:
        for piece in bar.pieces:
            assert 0 <= piece.x <= piece.x + piece.width <= strip.width + 1


def test_bars_stand_in_order_of_time_and_inside():
    strip = draw("2018-03-26", "2019-06-20", "2024-03-21/2024-03-23", "2025-12-31")
    starts = [bar.pieces[0].x for bar in strip.bars]
    assert starts == sorted(starts)
    assert all(piece.x + piece.width <= 1000.1 for bar in strip.bars for piece in bar.pieces)


def test_bars_of_one_day_lie_in_lanes():
    strip = draw("2024-03-21", "2024-03-21/2024-03-23", "2019")
    assert len({bar.y for bar in strip.bars if bar.item.id.startswith("2024")}) == 2


def test_empty_years_are_folded():
    strip = draw("1950-06-25", "2024-03-21", "2025-03-21")
    ticks = {tick.year: tick for tick in strip.ticks}
    assert ticks[2024].folded
    assert not ticks[2025].folded
    assert ticks[2024].x < 500


def test_one_date_is_no_bar():
    assert draw("2024") is None
