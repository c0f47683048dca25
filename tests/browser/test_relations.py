"""A reader explores who is tied to whom, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

PATH = "relations/"


def count(page):
    """The number of facts that the page says it shows."""
    return int(re.match(r"\d+", page.locator(".d-filter output").inner_text())[0])


def test_filter_changes_all_views_and_the_address(open_page):
    page = open_page(PATH)
    before = count(page)
    lines = page.locator(".d-graph__wide .d-edge:visible").count()
    cells = page.locator(".d-matrix td a:visible").count()
    page.locator("select[name=origin]").select_option("kcna")
    expect(page).to_have_url(re.compile(r"\?origin=kcna$"))
    assert 0 < count(page) < before
    assert page.locator("#_facts [data-item]:visible").count() == count(page)
    assert 0 < page.locator(".d-graph__wide .d-edge:visible").count() < lines
    assert 0 < page.locator(".d-matrix td a:visible").count() < cells
    numbers = page.locator(".d-matrix td a:visible").all_inner_texts()
    assert sum(map(int, numbers)) == 2 * count(page)


def test_address_restores_the_filter(open_page):
    page = open_page(PATH + "?state=russie&from=2023&focus=vladimir-poutine&depth=2")
    assert page.get_by_role("combobox", name="État").input_value() == "russie"
    assert page.get_by_label("Autour de").input_value() == "Vladimir Poutine"
    assert page.get_by_label("Depuis l'année").input_value() == "2023"
    shown = count(page)
    page.get_by_role("button", name="Tout afficher").first.click()
    expect(page).to_have_url(re.compile(r"relations/$"))
    assert count(page) > shown > 0


def test_filter_that_finds_nothing_offers_to_reset(open_page):
    page = open_page(PATH + "?status=refuted&from=1939&to=1939")
    empty = page.get_by_text("Rien ne correspond à ces filtres")
    page.locator("select[name=origin]").select_option("kcna")
    page.get_by_label("Jusqu'à l'année").fill("1940")
    expect(empty).to_be_visible()
    empty.get_by_role("button").click()
    expect(empty).to_be_hidden()
    assert count(page) > 100


def test_hands_of_the_period_do_not_cross(open_page):
    page = open_page(PATH)
    first, last = page.get_by_label("Depuis l'année"), page.get_by_label("Jusqu'à l'année")
    last.fill("2023")
    first.fill("2024")
    assert (first.input_value(), last.input_value()) == ("2024", "2024")
    first.press("ArrowLeft")
    assert (first.input_value(), last.input_value()) == ("2023", "2024")


def test_line_opens_what_is_behind_it_and_escape_closes(open_page):
    page = open_page(PATH)
    line = page.locator('.d-graph__wide [data-type="ally-of"][data-of="chine--coree-du-nord"]')
    line.locator(".d-edge__reach").dispatch_event("click")
    behind = page.locator("[data-behind]")
    expect(behind).to_be_visible()
    expect(behind).to_be_focused()
    assert "alliance" in behind.inner_text()
    assert "1961" in behind.inner_text()
    assert behind.locator("q").first.inner_text()
    page.keyboard.press("Escape")
    expect(behind).to_be_hidden()


def test_cell_opens_all_facts_of_the_pair(open_page):
    page = open_page(PATH)
    cell = page.locator('.d-matrix a[data-of="kim-jong-un--xi-jinping"]').first
    cell.click()
    rows = page.locator("[data-behind] [data-item]")
    assert rows.count() == int(cell.inner_text()) > 5


def test_keyboard_reaches_every_node(open_page):
    page = open_page(PATH)
    names = page.locator(".d-graph__wide .d-node").evaluate_all(
        "nodes => nodes.map(node => node.dataset.node)"
    )
    page.locator(".d-graph__wide .d-node").first.focus()
    reached = []
    for _ in names:
        reached.append(page.evaluate("document.activeElement.dataset.node"))
        page.keyboard.press("Tab")
    assert reached == names
    assert names[0] in ("chine", "coree-du-nord")


def test_focus_on_an_actor_leaves_its_neighbours(open_page):
    page = open_page(PATH)
    page.get_by_label("Autour de").fill("kcna")
    shown = page.locator(".d-graph__wide .d-node:visible")
    expect(shown).to_have_count(2)
    page.get_by_label("Distance").select_option("2")
    assert shown.count() > 2


@pytest.mark.parametrize("width", [360, 1400])
def test_without_a_script_everything_is_there(width, open_page):
    page = open_page(PATH, javascript=False, width=width)
    assert page.locator("form[data-filter]").is_hidden()
    drawn = ".d-graph__wide" if width > 600 else ".d-graph__tall"
    assert page.locator(f"{drawn} .d-node:visible").count() > 30
    assert page.locator("#_facts [data-item]:visible").count() > 100
    when = page.locator("#_facts [data-item] td:nth-child(2)").first
    assert when.bounding_box()["width"] > (300 if width < 600 else 150)
    target = page.locator('.d-matrix a[data-of="chine--coree-du-nord"]').first
    target.click()
    expect(page).to_have_url(re.compile("/relations/chine--coree-du-nord/$"))
    expect(page.locator("h1")).to_have_text("Chine – Corée du Nord")


def test_labels_of_the_graph_do_not_overlap(open_page):
    page = open_page(PATH)
    boxes = page.locator(".d-graph__wide .d-node text").evaluate_all(
        """texts => texts.map(text => {
            const box = text.getBoundingClientRect();
            return [text.textContent, box.left, box.top + 3, box.right, box.bottom - 3];
        })"""
    )
    clashes = [
        (one[0], other[0])
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]
    assert clashes == []


def test_pair_page_tells_a_year(open_page):
    page = open_page("relations/chine--coree-du-nord/#year-2024")
    year = page.locator("section", has=page.locator("#year-2024"))
    text = year.inner_text()
    assert "Visite de Zhao Leji à Pyongyang" in text
    assert "président du Comité permanent de l'Assemblée nationale populaire" in text
    assert "personnes et les organes" in page.locator("main").inner_text()
