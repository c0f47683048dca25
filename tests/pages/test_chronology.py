"""A chronology of very many entries stands on several pages, and says on which each year is."""

import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.timeline import MOST, cut_evenly
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site

EVENT = "kind: meeting\nname: Rencontre {0}\nsummary: S.\ndate: {1}\n"


@pytest.fixture(scope="module")
def pages(load_dossier):
    """The pages of a chronology of 301 events, one a day in two years, by their addresses."""
    days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 16)]
    days += [f"2025-{month:02}-{day:02}" for month in range(1, 12) for day in range(1, 12)]
    files = {
        f"events/event-{number}.yml": EVENT.format(number, day)
        for number, day in enumerate(days[: MOST + 1])
    }
    files["events/event-0.yml"] = EVENT.format(0, "2024-01~")
    site = Site(Indexes(load_dossier(files)), Features())
    return {each.address: each.gather() for each in plan_pages(site)}


def list_entries(page):
    years = (*page.recent, *page.earlier)
    return [entry for year in years for month in year.months for entry in month.entries]


def test_each_entry_is_on_one_page_the_newest_on_the_first(pages):
    first, second = (list_entries(pages[f"chronologie/{part}"].shown) for part in ("", "2/"))
    ids = [each.id for each in (*first, *second)]
    assert len(ids) == len(set(ids)) == MOST + 1
    assert abs(len(first) - len(second)) <= 1
    assert min(each.first for each in first) >= max(each.last for each in second)
    assert "chronologie/3/" not in pages


def test_links_lead_to_the_page_where_a_year_begins(pages):
    first, second = pages["chronologie/"].shown, pages["chronologie/2/"].shown
    assert [(each.words, each.address) for each in first.years] == [
        ("2025", "#year-2025"),
        ("2024", "#year-2024"),
    ]
    assert [each.address for each in second.years] == [
        "../../chronologie/#year-2025",
        "../../chronologie/#year-2024",
    ]
    assert [each.words for each in first.parts] == ["2024–2025", "2024"]
    assert pages["chronologie/2/"].title == second.title == "Chronologie (2 sur 2)"


def test_the_home_page_leads_to_the_uncertain_dates_where_they_are(pages):
    asked = [each.question.address for each in pages[""].shown.starts]
    assert "chronologie/2/#_uncertain-dates" in asked
    assert [each.event.link.record for each in pages["chronologie/2/"].shown.uncertain] == [
        "event-0"
    ]


def test_a_short_chronology_has_one_page():
    assert cut_evenly([]) == [[]]
    assert [len(part) for part in cut_evenly(list(range(7)), 3)] == [2, 2, 3]
