"""Dates as sources give them: what they mean, how they sort, what is none."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.dates import InvalidDate, day, parse
from mkdocs_dossier.model.days import Day


def bounds(text):
    date = parse(text)
    return tuple(str(each) if each else None for each in (date.earliest, date.latest))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "form"),
    [
        ("2024-03-21", "2024-03-21", "2024-03-21", "day", "point"),
        ("2024-02", "2024-02-01", "2024-02-29", "month", "point"),
        ("2023", "2023-01-01", "2023-12-31", "year", "point"),
        ("2024-03-21~", "2024-03-21", "2024-03-21", "day", "point"),
        ("2019?", "2019-01-01", "2019-12-31", "year", "point"),
        ("198X", "1980-01-01", "1989-12-31", "decade", "point"),
        ("19XX", "1900-01-01", "1999-12-31", "century", "point"),
        ("2024-21", "2024-03-01", "2024-05-31", "season", "point"),
        ("2024-03-XX", "2024-03-01", "2024-03-31", "month", "within"),
        ("[2024-06-21..2024-06-30]", "2024-06-21", "2024-06-30", "day", "within"),
        ("[..2024-06-30]", None, "2024-06-30", "day", "within"),
        ("[2024-06-21..]", "2024-06-21", None, "day", "within"),
        ("2023-07-27/2023-07-28", "2023-07-27", "2023-07-28", "day", "interval"),
        ("2022-02/2023", "2022-02-01", "2023-12-31", "month", "interval"),
        ("2022/..", "2022-01-01", None, "year", "interval"),
        ("../2024-06", None, "2024-06-30", "month", "interval"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day", "point"),
        ("-0043-02", "-0043-02-01", "-0043-02-28", "month", "point"),
        ("0000", "0000-01-01", "0000-12-31", "year", "point"),
        ("-0043/0014", "-0043-01-01", "0014-12-31", "year", "interval"),
        ("[-0060..-0050]", "-0060-01-01", "-0050-12-31", "day", "within"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day", "point"),
        ("-9999", "-9999-01-01", "-9999-12-31", "year", "point"),
    ],
)
def test_meaning(text, earliest, latest, precision, form):
    date = parse(text)
    assert bounds(text) == (earliest, latest)
    assert (date.precision, date.form) == (precision, form)
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2024-06~", True, False),
        ("2024-06?", False, True),
        ("2024-06%", True, True),
        ("2024-06~/2024-07", True, False),
        ("2024-06", False, False),
    ],
)
def test_doubt(text, approximate, uncertain):
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("{2023-07-01,2023-07-05}", "2023-07-01", "2023-07-05"),
        ("{2023-07-01..2023-07-05}", "2023-07-01", "2023-07-05"),
        ("{2025, 2023, 2024-06}", "2023", "2025"),
    ],
)
def test_all_of_several_dates_last_from_the_first_to_the_last(text, start, end):
    """Not on the first alone, as a date in no doubt."""
    date = parse(text)
    assert (date.text, date.form) == (text, "interval")
    assert (date.start, date.end) == (parse(start), parse(end))
    assert (date.earliest, date.latest) == (parse(start).earliest, parse(end).latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-3-1", "syntax"),
        ("21/03/2024", "syntax"),
        ("21 mars 2024", "syntax"),
        ("demain", "syntax"),
        ("", "syntax"),
        ("../..", "syntax"),
        ("2022/2023/2024", "syntax"),
        ("[]", "syntax"),
        ("2023-02-29", "impossible"),
        ("2024-04-31", "impossible"),
        ("2024-13", "impossible"),
        ("2024-00-10", "impossible"),
        ("2024-02-30~", "impossible"),
        ("-0000", "syntax"),
        ("-0001-02-29", "impossible"),
        ("Y17E999999999", "range"),
        ("Y1E8", "range"),
        ("Y-17000", "range"),
        ("[2024..Y1E8]", "range"),
        ("{" + ",".join(str(1900 + year) for year in range(50)) + "}", "long"),
        ("2024-03-21" + " " * 200 + "/2025", "long"),
        ("2023-07-28/2023-07-27", "reversed"),
        ("2024/2023", "reversed"),
        ("[2024-06-30..2024-06-21]", "reversed"),
        ("2022/", "open-end"),
        ("/2022", "open-end"),
    ],
)
def test_what_is_no_date(text, reason):
    with pytest.raises(InvalidDate) as caught:
        parse(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text", ["2023-02-28/2023-02-30", "2024-13-XX", "[2023-02-29..2023-03-01]"]
)
def test_impossible_days_inside_are_found(text):
    with pytest.raises(InvalidDate):
        parse(text)


def test_dates_sort_by_the_year_under_which_they_are_shown():
    texts = ["2024-03-21", "../2024", "0001", "2023/2025", "[..2019]", "2019-05", "../-0044"]
    ordered = sorted(map(parse, texts), key=lambda date: date.sort_key)
    assert [date.year for date in ordered] == [-44, 1, 2019, 2019, 2023, 2024, 2024]


def test_mixed_precisions_sort_by_first_day_and_the_wider_first():
    texts = ["2024-03-21", "2024", "2024-03", "2023-07-27/2023-07-28", "2023-07-27", "../2020"]
    ordered = sorted(map(parse, texts), key=lambda date: date.sort_key)
    assert [str(date) for date in ordered] == [
        "../2020",
        "2023-07-27/2023-07-28",
        "2023-07-27",
        "2024",
        "2024-03",
        "2024-03-21",
    ]


def test_surely_before_needs_certainty():
    assert parse("2023").surely_before(parse("2024-01"))
    assert not parse("2024").surely_before(parse("2024-06"))
    assert not parse("2022/..").surely_before(parse("2024"))
    assert not parse("2022").surely_before(parse("../2024"))


def test_touching_days():
    assert parse("2024").may_touch(parse("2024-03-21"))
    assert parse("2022/..").may_touch(parse("2024"))
    assert not parse("2023").may_touch(parse("2024"))


@given(st.dates(dt.date(1, 1, 1)))
def test_every_day_is_read_as_itself(value):
    date = parse(value.isoformat())
    assert date == day(Day.of(value))
    assert date.exact
    assert date.earliest == date.latest == (value.year, value.month, value.day)


@settings(max_examples=60, deadline=None)
@given(st.text("0123456789-/.[]{}?~%X, ", max_size=24))
def test_any_text_is_a_date_with_ordered_bounds_or_none(text):
    with contextlib.suppress(InvalidDate):
        date = parse(text)
        assert not date.earliest or not date.latest or date.earliest <= date.latest


def test_days_before_our_era_are_counted_like_others():
    ides, birth = parse("-0043-03-15"), parse("0000-12-31")
    assert ides.surely_before(birth)
    assert ides.sort_key < birth.sort_key < parse("0001").sort_key
    assert Day(-43, 3, 15).weekday() == 4  # by the proleptic Gregorian calendar
    assert Day(0, 12, 31).plus(1) == Day(1, 1, 1)
    assert Day(9999, 12, 31).plus(1) == Day(10000, 1, 1)


@given(st.integers(-4_000_000, 4_000_000))
def test_days_go_on_without_gap(ordinal):
    found = Day(1, 1, 1).plus(ordinal)
    assert found.toordinal() == ordinal + 1
    assert found < found.plus(1)


@given(st.dates())
def test_days_of_our_era_are_those_of_the_library(date):
    found = Day(date.year, date.month, date.day)
    assert (found.toordinal(), found.weekday()) == (date.toordinal(), date.weekday())
    assert str(found) == date.isoformat()


@pytest.mark.parametrize("text", ["{2023-XX,2024}", "[2023-XX..2024]"])
def test_nothing_is_printed_among_what_a_command_prints(text, capsys):
    with contextlib.suppress(InvalidDate):
        parse(text)
    assert capsys.readouterr() == ("", "")
