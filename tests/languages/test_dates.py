"""Dates and periods in words, at their true precision."""

import pytest

from mkdocs_dossier.languages import texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.periods import say_period
from mkdocs_dossier.model.dates import STILL, parse

FRENCH = texts("fr")


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("fr", "18XX", "XIXe siècle"),
        ("fr", "00XX", "Ier siècle"),
        ("fr", "-01XX", "IIe siècle av. J.-C."),
        ("fr", "192X", "années 1920"),
        ("en", "18XX", "19th century"),
        ("en", "20XX", "21st century"),
        ("en", "11XX", "12th century"),
        ("en", "-00XX", "1st century BC"),
        ("en", "-0043-03-15", "15 March 44 BC"),
        ("en", "2001-23", "autumn 2001"),
        ("pl", "2024-03-21", "21 marca 2024"),
        ("pl", "-0043", "44 p.n.e."),
        ("pl", "2024-03-21/2024-03-23", "21 marca 2024 – 23 marca 2024"),
        ("ja", "2024-03", "2024年3月"),
        ("xx", "2024-03-21", "21 March 2024"),
    ],
)
def test_dates_are_said_in_any_language(language, date, words):
    assert say_date(parse(date), texts(language)) == words


def read(text):
    return STILL if text == ".." else parse(text) if text else None


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-03-21", "21 mars 2024"),
        ("2024-03-01", "1er mars 2024"),
        ("2024-03", "mars 2024"),
        ("2024", "2024"),
        ("2024-06~", "vers juin 2024"),
        ("2024-04-13~", "vers le 13 avril 2024"),
        ("2019?", "2019 (date incertaine)"),
        ("2023-07-27/2023-07-28", "27–28 juillet 2023"),
        ("1950-06-25/1953-07-27", "25 juin 1950 – 27 juillet 1953"),
        ("2020-01/2023-08~", "janvier 2020 – vers août 2023"),
        ("2022-02-24/..", "depuis le 24 février 2022"),
        ("2022/..", "depuis 2022"),
        ("../2024-03-05", "jusqu'au 5 mars 2024"),
        ("../2024", "jusqu'en 2024"),
        ("[2024-06-21..2024-06-30]", "entre le 21 et le 30 juin 2024"),
        ("[1982..1984]", "entre 1982 et 1984"),
        ("[2024-01..2024-03]", "entre janvier 2024 et mars 2024"),
        ("2024-03-XX", "un jour de mars 2024"),
        ("", "date inconnue"),
        ("-0043-03-15", "15 mars 44 av. J.-C."),
        ("-0043-03-01", "1er mars 44 av. J.-C."),
        ("-0043-03", "mars 44 av. J.-C."),
        ("0000", "1 av. J.-C."),
        ("-0043~", "vers 44 av. J.-C."),
        ("-0026/0014", "27 av. J.-C. – 14"),
        ("-0043-03-14/-0043-03-15", "14–15 mars 44 av. J.-C."),
        ("[-0060..-0050]", "entre 61 av. J.-C. et 51 av. J.-C."),
        ("-0200-21", "printemps 201 av. J.-C."),
        ("0987", "987"),
    ],
)
def test_date_in_words(date, words):
    assert say_date(read(date), FRENCH) == words


@pytest.mark.parametrize(
    ("start", "end", "date", "words"),
    [
        ("2023-03-10", "..", "", "depuis le 10 mars 2023"),
        ("2011-12", "..", "", "depuis décembre 2011"),
        ("2017", "", "", "depuis 2017 (fin inconnue)"),
        ("2017-10-25", "2022-10-22", "", "25 octobre 2017 – 22 octobre 2022"),
        ("", "2022-10-22", "", "jusqu'au 22 octobre 2022"),
        ("", "", "2024-03-21", "attesté le 21 mars 2024"),
        ("2019~", "..", "", "début : vers 2019"),
        ("", "..", "", ""),
    ],
)
def test_period_in_words(start, end, date, words):
    assert say_period(read(start), read(end), read(date), FRENCH) == words


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "22nd", "103rd", "112th"]),
        ("fr", ["1er", "2e", "3e", "4e", "11e", "12e", "21e", "22e", "103e", "112e"]),
        ("de", ["1.", "2.", "3.", "4.", "11.", "12.", "21.", "22.", "103.", "112."]),
    ],
)
def test_places_in_a_row(language, said):
    numbers = (1, 2, 3, 4, 11, 12, 21, 22, 103, 112)
    assert [texts(language).ordinal("record.ordinal", each) for each in numbers] == said
