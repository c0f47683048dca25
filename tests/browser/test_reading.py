"""What a reader meets without a script, on paper, and at the end of a jump."""

import re

import pytest
from playwright.sync_api import expect


def test_the_chronology_opens_with_the_newest_and_folds_the_sparse_past(open_canal):
    page = open_canal("chronologie/", javascript=False)
    years = page.locator("#_chronology-list h2").all_inner_texts()
    assert years[0] == "2024"
    titles = page.locator("#_chronology-list .d-when__title:visible").all_inner_texts()
    assert titles[:2] == ["Morel et Chtcherba se voient à Arle", "Rencontre d'Arle"]
    assert "Travaux de 1931" not in titles
    page.locator(".d-earlier summary").click()
    assert page.locator("#_chronology-list .d-when__title:visible").last.inner_text() == (
        "Travaux de 1931"
    )


def test_the_past_is_found_by_its_address_and_by_a_filter(open_canal):
    page = open_canal("chronologie/#travaux-1931")
    expect(page.locator("#travaux-1931")).to_be_in_viewport()
    page = open_canal("chronologie/?kind=foundation")
    expect(page.locator("#_chronology-list [data-item]:visible")).to_have_count(6)
    page.locator(".d-filter [type=reset]").click()
    expect(page.locator("#travaux-1931")).to_be_hidden()


def test_uncertain_dates_are_listed_without_a_script(open_canal):
    page = open_canal(javascript=False)
    page.get_by_role("link", name=re.compile("dates sont incertaines")).click()
    section = page.locator("section", has=page.locator("h2:target"))
    assert section.locator("li").count() == 7  # six years, and a vote before a day
    assert "le vote d'avant le 21" in section.inner_text()


@pytest.mark.parametrize("path", ["", "acteurs/", "acteurs/anna-morel/", "visites/"])
def test_without_a_script_the_page_says_that_there_is_no_search(open_canal, path):
    said = "Sans JavaScript"
    page = open_canal(path, javascript=False)
    note = page.locator(".d-noscript")
    assert said in note.inner_text()
    note.get_by_role("link", name="Acteurs").click()
    assert page.locator("h1").inner_text() == "Acteurs"
    assert said not in open_canal(path).locator("main").inner_text()


def test_the_contents_mark_the_section_that_was_jumped_to(open_canal):
    page = open_canal("acteurs/anna-morel/")
    page.set_viewport_size({"width": 1400, "height": 500})
    links = page.locator(".md-nav--secondary .md-nav__link[href*='#']")
    assert links.count() > 3
    for place in range(1, links.count() - 2):  # the last may be too near the end to be reached
        links.nth(place).click()
        expect(page.locator(".md-nav--secondary .md-nav__link--active").last).to_have_text(
            links.nth(place).inner_text()
        )


def test_marked_rows_leave_room_around_their_words(open_canal):
    row = open_canal("visites/").locator(".d-when--marked")
    box, words = row.bounding_box(), row.locator(".d-when__date").bounding_box()
    assert words["x"] - box["x"] >= 6


def test_paper_shows_the_whole_matrix_and_no_dangling_mark(open_canal):
    page = open_canal("relations/", width=700)
    page.emulate_media(media="print")
    table, paper = page.locator(".d-matrix").bounding_box(), page.locator("main").bounding_box()
    assert table["x"] + table["width"] <= paper["x"] + paper["width"] + 1
    heads = page.locator(".d-matrix thead th")
    assert {
        heads.nth(index).evaluate("each => getComputedStyle(each).position") for index in (0, 1)
    } == {"static"}
    page = open_canal("evenements/rencontre-arle/")
    page.emulate_media(media="print")
    for line in page.locator(".d-statement__meta").all_inner_texts():
        assert not line.strip().endswith("·")
