"""A reader narrows a list, and takes its bibliography away."""

import json

import pytest
import rispy
from pybtex.database import parse_string

READ = {
    "BibTeX": lambda text: set(parse_string(text, "bibtex").entries.keys()),
    "RIS": lambda text: {each["id"] for each in rispy.loads(text)},
    "CSL-JSON": lambda text: {each["id"] for each in json.loads(text)},
}


def take(page, name):
    with page.expect_download() as taken:
        page.get_by_role("button", name=name, exact=True).click()
    return READ[name](taken.value.path().read_text("utf-8"))


@pytest.mark.parametrize("name", READ)
def test_of_a_list_of_articles_those_that_are_shown(open_page, site_dir, name):
    page = open_page("articles/")
    ids = "all => all.map(each => each.querySelector('[data-record]').dataset.record)"
    items = page.locator("[data-item]:visible")
    assert take(page, name) == set(items.evaluate_all(ids))
    page.locator(".d-filter input[type=search]").fill("Pyongyang")
    page.locator(".d-filtered:visible").first.wait_for()
    shown = set(items.evaluate_all(ids))
    assert shown
    assert take(page, name) == shown


def test_of_a_list_of_events_what_stands_behind_them(open_page, site_dir):
    uses = json.loads((site_dir / "donnees/citations/uses.json").read_text("utf-8"))
    page = open_page("evenements/")
    page.locator(".d-filter input[type=search]").fill("Wang Huning")
    page.locator(".d-filtered:visible").first.wait_for()
    ids = page.locator("[data-item]:visible").evaluate_all(
        "all => all.map(each => each.querySelector('[data-record]').dataset.record)"
    )
    assert "entretien-kim-wang" in ids
    assert take(page, "BibTeX") == {source for id in ids for source in uses.get(id, [])}


def test_where_no_data_is_given_away_there_is_none(open_canal):
    page = open_canal("acteurs/")
    page.locator(".d-filter output").wait_for()
    assert page.get_by_role("button", name="BibTeX").count() == 0
