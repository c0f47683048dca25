"""What the checker answers to a date that is not written as the data wants it."""

import pytest

from mkdocs_dossier.source.loose_dates import read_loosely, read_said, read_short


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("25/07/2023", "fr", ["2023-07-25"]),
        ("07/25/2023", "fr", ["2023-07-25"]),
        ("25 juillet 2023", "fr", ["2023-07-25"]),
        ("mardi 25 juillet 2023", "fr", ["2023-07-25"]),
        ("1er août 2023", "fr", ["2023-08-01"]),
        ("1er Aout 2023", "fr", ["2023-08-01"]),
        ("juil. 2023", "fr", ["2023-07"]),
        ("2023-7-25", "fr", ["2023-07-25"]),
        ("2023/07/25", "fr", ["2023-07-25"]),
        ("2023-07-25T10:30:00Z", "fr", ["2023-07-25"]),
        ("20230725", "fr", ["2023-07-25"]),
        ("7/2023", "fr", ["2023-07"]),
        ("July 25, 2023", "fr", ["2023-07-25"]),
        ("25th July 2023", "en", ["2023-07-25"]),
        ("25. Juli 2023", "de", ["2023-07-25"]),
        ("25 de julio de 2023", "es", ["2023-07-25"]),
        ("25 июля 2023", "ru", ["2023-07-25"]),
        ("2023年7月25日", "zh", ["2023-07-25"]),
        ("juillet 2023~", "fr", ["2023-07~"]),
        ("03/04/2023", "fr", ["2023-04-03", "2023-03-04"]),
        ("03-04-2023", "en", ["2023-04-03", "2023-03-04"]),
        ("03.04.2023", "de", ["2023-04-03"]),
        ("04/04/2023", "fr", ["2023-04-04"]),
        ("31/02/2023", "fr", []),
        ("45/13/2023", "fr", []),
        ("25/07/23", "fr", []),
        ("fin mai 2023", "fr", []),
        ("après mai 2023", "fr", []),
        ("mai", "fr", []),
        ("hier", "fr", []),
        ("1/2/3/2023", "fr", []),
        ("9" * 5000, "fr", []),
        ("", "fr", []),
        ("25 juillet 2023", "xx-nonsense", ["2023-07-25"]),
    ],
)
def test_a_date_as_people_write_it_is_understood(text, language, dates):
    assert read_loosely(text, language) == dates


@pytest.mark.parametrize(
    ("text", "field", "date"),
    [
        ("vers 2013", "start", "2013~"),
        ("Environ mars 2013", "date", "2013-03~"),
        ("depuis 2013", "start", "2013"),
        ("depuis le 3 mars 2013", "date", "2013-03-03/.."),
        ("jusqu\u2019en 2013", "end", "2013"),
        ("jusqu'au 3 mars 2013", "date", "../2013-03-03"),
        ("en cours", "end", ".."),
        ("today", "end", ".."),
        ("en cours", "start", ""),
        ("2013 - 2015", "date", "2013/2015"),
        ("2015-2013", "date", ""),
        ("vers 03/04/2013", "date", ""),
        ("vers la fin", "date", ""),
        ("avant 2013", "end", ""),
    ],
)
def test_what_words_say_of_a_date(text, field, date):
    assert read_said(text, field, "fr") == date


@pytest.mark.parametrize(
    ("text", "date"), [("25/07/13", "2013-07-25"), ("25.7.05", "2005-07-25"), ("99/99/13", "")]
)
def test_a_year_of_two_digits(text, date):
    assert read_short(text, "fr") == date
