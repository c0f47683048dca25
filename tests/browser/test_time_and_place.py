"""A reader follows time, looks up a place, narrows an index, starts at home: in a real browser."""

import re

import pytest
from playwright.sync_api import expect


def test_chronology_filters_and_keeps_the_address(open_page):
    page = open_page("chronologie/")
    items = page.locator("#_chronology-list [data-item]:visible")
    before = items.count()
    page.get_by_label("Acteur").select_option("vladimir-poutine")
    expect(page).to_have_url(re.compile(r"\?actor=vladimir-poutine$"))
    assert 0 < items.count() < before
    assert page.locator("[data-bar]:visible").count() == items.count()
    years = page.locator(".d-jump a:visible").all_inner_texts()
    assert "1945" not in years
    assert "2024" in years


def test_uncertain_dates_are_found_and_say_why(open_page):
    page = open_page("chronologie/?doubt=yes")
    shown = page.locator("#_chronology-list [data-item]:visible")
    assert 3 < shown.count() < 25
    assert "comme si le vote était" in page.locator("#veto-conseil-de-securite").inner_text()


def test_anchor_of_an_event_is_in_the_chronology(open_page):
    page = open_page("chronologie/#entretien-kim-zhao")
    expect(page.locator("#entretien-kim-zhao")).to_be_in_viewport()


def test_who_met_kim_and_in_what_office(open_page):
    page = open_page()
    page.get_by_role("link", name=re.compile("Qui a rencontré Kim Jong-un")).click()
    expect(page).to_have_url(re.compile("acteurs/kim-jong-un/#met$"))
    met = page.locator(".d-met > li", has=page.locator(".d-met__who", has_text="Zhao Leji"))
    met = met.inner_text()
    assert "13 avril 2024" in met
    assert "président du Comité permanent de l'Assemblée nationale populaire" in met


def test_what_rests_on_one_agency_is_one_click_from_home(open_page):
    page = open_page()
    page.get_by_role("link", name=re.compile("ne repose que sur")).click()
    expect(page).to_have_url(re.compile(r"acteurs/\w+/#alone$"))
    facts = page.locator("#alone ~ .d-resting li").all_inner_texts()
    assert facts
    assert len(facts) == len(set(facts))


def test_map_leads_to_places(open_page):
    page = open_page("lieux/", javascript=False)
    names = page.locator(".d-maps__wide .d-map__mark text").all_text_contents()
    assert {"Pékin", "Pyongyang", "New York"} <= set(names)
    page.locator(".d-maps__wide .d-map__mark", has_text="Pyongyang").first.click()
    expect(page.locator("h1")).to_have_text("Pyongyang")


def test_index_is_narrowed_by_any_name(open_page):
    page = open_page("acteurs/")
    page.get_by_label("Nom").fill("shoigu")
    shown = page.locator("#_index-list [data-item]:visible")
    expect(shown).to_have_count(1)
    assert "Choïgou" in shown.inner_text()
    assert page.locator("#_index-list h2:visible").count() == 1
    expect(page.locator(".d-filter output")).to_have_text("1 résultat")
    page.get_by_label("Nom").fill("personne de ce nom")
    expect(page.get_by_text("Rien ne correspond")).to_be_visible()


def test_persons_stand_under_their_state(open_page):
    page = open_page("acteurs/", javascript=False)
    group = page.locator("section", has=page.locator("#persons-coree-du-nord"))
    assert "Choe Ryong-hae" in group.inner_text()
    assert "Xi Jinping" not in group.inner_text()


def test_reading_shows_its_views_with_what_is_marked(open_page):
    page = open_page("lectures/visites-pekin-pyongyang/", javascript=False)
    marked = page.locator(".d-when--marked")
    assert marked.count() == 4
    assert "Visite de Zhao Leji" in marked.nth(2).inner_text()
    assert page.locator(".d-graph__wide .d-node--marked").count() == 3
    assert page.locator(".d-map__mark:visible").count() >= 2
    assert ":::" not in page.locator("main").inner_text()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "acteurs/",
        "evenements/",
        "relations/",
        "relations/chine--coree-du-nord/",
        "chronologie/",
        "lieux/",
        "etiquettes/",
        "lectures/visites-pekin-pyongyang/",
    ],
)
def test_no_view_is_wider_than_a_phone(path, open_page):
    page = open_page(path, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
