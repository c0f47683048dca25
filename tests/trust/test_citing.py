"""Citations, as readers paste them and as programs read them."""

import json

import pytest
import rispy
from pybtex.database import parse_string

from mkdocs_dossier.model.dates import parse
from mkdocs_dossier.trust.citing import cite_page, to_bibtex, to_json, to_ris, to_text
from mkdocs_dossier.trust.citing.items import csl_date

PAGE = {
    "id": "veto",
    "type": "webpage",
    "title": "Veto de « 13 » contre 2 & des_sanctions",
    "container-title": "Chine – Corée du Nord",
    "issued": {"date-parts": [[2026, 11, 21]]},
    "URL": "https://exemple.org/a_b/#c-d",
    "language": "fr",
}
ARTICLE = {
    "id": "depeche",
    "type": "article-newspaper",
    "title": "Une dépêche",
    "author": [{"literal": "fc"}],
    "issued": {"date-parts": [[2024, 3]], "circa": True},
    "language": "fr",
}


def test_a_page_in_french_style():
    assert to_text(PAGE, "fr") == (
        "« Veto de “13” contre 2 & des_sanctions », Chine – Corée du Nord, 21 novembre 2026, "
        "<https://exemple.org/a_b/#c-d>."
    ).replace("« ", "«\u00a0").replace(" »", "\u00a0»")


@pytest.mark.parametrize(
    ("settings", "title", "url", "written"),
    [
        ("", "Veto", "https://x.org/", "Canal, ‘Veto’, <https://x.org/>."),
        ("", "Canal", "https://x.org/", "‘Canal’, <https://x.org/>."),
        ("publisher: Press\n", "Veto", "https://x.org/", "Press, ‘Veto’, Canal, <https://x.org/>."),
        ("", "Veto", "", "Canal, ‘Veto’, copy without a public address."),
    ],
)
def test_a_page_has_an_author_and_says_that_it_has_no_address(
    settings, title, url, written, make_indexes
):
    dossier = make_indexes({"dossier.yml": f"title: Canal\nlanguage: en\n{settings}"}).dossier
    item = cite_page(dossier, "veto", title, url)
    assert to_text(item, "en") == written
    for text in (to_bibtex(item), to_ris(item), to_json(item)):
        assert ("Press" if settings else "Canal") in text
        assert ("copy without a public address" in text) == (not url)


def test_a_doubtful_date_is_said_to_be_doubtful():
    assert "vers mars 2024" in to_text(ARTICLE, "fr")


def test_each_language_has_a_style():
    """English and others share one, in their own words; a language's folder may hold another."""
    assert to_text(PAGE, "en").startswith("‘Veto de ")
    assert "March 2024" in to_text(ARTICLE, "en")
    german = to_text(ARTICLE, "de")
    assert german.startswith("fc: Une dépêche")
    assert "«" not in german
    assert "ca." in german
    assert to_text(PAGE, "xx")


def test_bibtex_reads_back_and_keeps_the_address():
    entry = parse_string(to_bibtex(PAGE), "bibtex").entries["veto"]
    assert entry.fields["url"] == PAGE["URL"]
    assert entry.fields["year"] == "2026"
    assert "13" in entry.fields["title"]


def test_ris_reads_back():
    (entry,) = rispy.loads(to_ris(PAGE))
    assert entry["title"] == PAGE["title"]
    assert entry["urls"] == [PAGE["URL"]]
    assert entry["date"] == "2026/11/21"
    (article,) = rispy.loads(to_ris(ARTICLE))
    assert (article["type_of_reference"], article["authors"]) == ("NEWS", ["fc"])


def test_json_is_the_item():
    assert json.loads(to_json(PAGE)) == [PAGE]


@pytest.mark.parametrize(
    ("date", "parts", "circa"),
    [
        ("2024-03-21", [[2024, 3, 21]], False),
        ("2024-03", [[2024, 3]], False),
        ("[2024-03-24..2024-03-27]", [[2024, 3]], True),
        ("2025-09-05~", [[2025, 9, 5]], True),
        ("[2024-06..2024-09]", [[2024]], True),
        ("2023/2025", [[2023], [2025]], False),
    ],
)
def test_a_date_is_cited_no_more_precisely_than_it_is_known(date, parts, circa):
    assert csl_date(parse(date)) == ({"date-parts": parts} | ({"circa": True} if circa else {}))


@pytest.mark.parametrize("date", [None, parse("2022/..")])
def test_an_unknown_or_open_date_is_left_out(date):
    assert csl_date(date) is None
