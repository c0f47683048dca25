"""Filters as a reader uses them: shared by their address, undone by Back, reset by a key."""

import json
import re
import unicodedata

import pytest
from playwright.sync_api import expect

from mkdocs_dossier.languages.spelling import fold, words


@pytest.fixture
def errors():
    """What went wrong on the pages that are watched."""
    return []


def watch(page, errors):
    page.on("pageerror", lambda error: errors.append(str(error)))
    return page


def count(page):
    return int(re.match(r"\d+", page.locator(".d-filter output").inner_text())[0])


def test_back_undoes_a_filter_and_forward_does_it_again(open_canal):
    page = open_canal("chronologie/")
    everything = count(page)
    page.get_by_role("combobox", name="Acteur").select_option("anna-morel")
    page.get_by_role("combobox", name="Genre").select_option("meeting")
    expect(page).to_have_url(re.compile(r"\?actor=anna-morel&kind=meeting$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?actor=anna-morel$"))
    expect(page.get_by_role("combobox", name="Genre")).to_have_value("")
    page.go_back()
    expect(page.get_by_role("combobox", name="Acteur")).to_have_value("")
    assert count(page) == everything
    page.go_forward()
    assert count(page) < everything


def test_typing_a_name_is_one_step_back(open_canal):
    page = open_canal("acteurs/")
    page.get_by_role("searchbox", name="Nom").press_sequentially("morel")
    expect(page).to_have_url(re.compile(r"\?q=morel$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"acteurs/$"))
    expect(page.get_by_role("searchbox", name="Nom")).to_have_value("")


def test_reset_leaves_the_focus_in_the_form(open_canal):
    page = open_canal("acteurs/?kind=person")
    page.locator(".d-filter [type=reset]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".d-filter input[name=q]")).to_be_focused()
    expect(page).to_have_url(re.compile(r"acteurs/$"))


def test_an_unknown_value_in_the_address_is_said(open_canal):
    page = open_canal("relations/?state=atlantide&focus=zzz&from=hier")
    said = page.locator(".d-filter output")
    for value in ("atlantide", "zzz", "hier"):
        expect(said).to_contain_text(value)
    page.get_by_role("combobox", name="État").select_option("norvie")
    expect(said).not_to_contain_text("atlantide")


def test_a_landing_with_a_filter_says_so_where_it_lands(open_canal):
    page = open_canal("relations/?origin=agence-du-nord#table")
    note = page.locator(".d-filtered")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("Agence du Nord uniquement")
    page.mouse.wheel(0, 400)
    shown = page.locator("#_facts [data-item]:visible").count()
    note.get_by_role("button").click()
    expect(note).to_be_hidden()
    assert page.locator("#_facts [data-item]:visible").count() > shown
    expect(page.locator("#_facts")).to_be_in_viewport()


def test_filters_of_statements_stand_in_the_address(open_canal):
    path = "evenements/rencontre-arle/"
    page = open_canal(path)
    page.locator(".d-filter-trust").get_by_label("contesté").check()
    expect(page).to_have_url(re.compile(r"\?[\w-]+=disputed$"))
    shared = open_canal(page.url.partition("127.0.0.1")[2].partition("/")[2])
    expect(shared.locator(".d-statement:visible")).to_have_count(1)
    page.go_back()
    expect(page.locator(".d-filter-trust").get_by_label("contesté")).not_to_be_checked()
    nonsense = open_canal(path + re.search(r"\?[\w-]+=", shared.url)[0] + "nonsense")
    expect(nonsense.locator(".d-filter-trust output")).to_contain_text("nonsense")


def test_reset_of_statements_leaves_the_focus_there(open_canal):
    page = open_canal("evenements/rencontre-arle/")
    form = page.locator(".d-filter-trust")
    form.get_by_label("contesté").check()
    form.locator("[type=reset]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.d-filter-trust') !== null")


def test_no_script_throws_where_readers_point_or_land(open_canal, errors):
    page = watch(open_canal("relations/"), errors)
    for node in page.locator(".d-graph__wide .d-node").all():
        node.dispatch_event("pointerenter")
        node.dispatch_event("pointerleave")
    page = watch(open_canal("acteurs/anna-morel/"), errors)
    page.goto(page.url + "#%E0%A4%A")
    page.reload()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".md-content details:not([open])").count() == 0
    assert errors == []


def test_the_matrix_hides_only_what_a_filter_leaves_out(open_canal):
    page = open_canal("relations/")
    cells, rows = page.locator(".d-matrix td a"), page.locator(".d-matrix tbody tr")
    assert page.locator(".d-matrix td a[hidden]").count() == 0
    every = rows.count()
    page.get_by_label("Autour de").fill("boris chtcherba")
    expect(page.locator(".d-matrix tbody tr:visible")).to_have_count(2)
    expect(page.locator(".d-matrix thead th:visible")).to_have_count(2)
    assert cells.filter(visible=True).count() == 2 < every


@pytest.mark.parametrize("width", [390, 1400])
def test_a_card_of_facts_opens_with_its_heading_in_sight(open_canal, width):
    page = open_canal("relations/", width=width)
    cell = page.locator('.d-matrix a[data-of="norvie--sudrie"]').first
    page.set_viewport_size({"width": width, "height": 320})
    cell.scroll_into_view_if_needed()
    cell.click()
    heading = page.locator("[data-behind] .d-ledger__pair")
    header = page.locator(".md-header").bounding_box()
    box = heading.bounding_box()
    assert header["y"] + header["height"] <= box["y"] < 320


def test_a_finger_finds_a_line_of_the_graph(open_canal):
    page = open_canal("relations/", width=390)
    line = page.locator(".d-graph__tall .d-edge__reach").first
    assert line.evaluate("each => parseFloat(getComputedStyle(each).strokeWidth)") >= 24
    assert line.evaluate("each => getComputedStyle(each).vectorEffect") == "non-scaling-stroke"


def test_filters_fold_words_as_the_pages_do(open_canal):
    """Every character that Python and the browser both know, and some names."""
    known = [
        chr(code)
        for code in range(0x20, 0x30000)
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    ]
    names = ["straße", "L'Événement", "O’Brien", "İstanbul", "ΟΔΟΣ", "हिन्दी", "مُحَمَّد", "쿠팡"]
    page = open_canal()
    script = page.locator("script[src*='scripts/unfold.mjs']").get_attribute("src")
    answers = page.evaluate(
        """async ([script, texts]) => {
            const address = new URL(script.replace("unfold", "fold"), document.baseURI)
            const { fold, words } = await import(address)
            const known = JSON.parse(texts).filter((each) => !/^\\p{Cn}$/u.test(each))
            return JSON.stringify(known.map((each) => [each, fold(each), words(each)]))
        }""",
        [script, json.dumps(known + names)],  # so many values take long one by one
    )
    answers = json.loads(answers)
    assert len(answers) > 100_000
    assert [each for each in answers if each[1:] != [fold(each[0]), words(each[0])]] == []


def test_years_before_our_era_are_said_in_words(open_canal):
    page = open_canal("chronologie/")

    def make_older(route):
        text = route.fetch().text()
        text = re.sub(r'd-period"', 'd-period" data-before-era="# av. J.-C."', text)
        route.fulfill(body=re.sub(r'(type="range"[^>]*) min="\d+"', r'\1 min="-43"', text))

    page.route("**/chronologie/*", make_older)
    page.goto(f"{page.url}?from=-43")
    expect(page.locator("[data-shows=from]")).to_have_text("44 av. J.-C.")
    hand = page.get_by_role("slider").first
    assert hand.get_attribute("aria-valuetext") == "44 av. J.-C."
    hand.fill("0")
    expect(page.locator("[data-shows=from]")).to_have_text("1 av. J.-C.")
    hand.fill("1")
    expect(page.locator("[data-shows=from]")).to_have_text("1")
    expect(page.locator(".d-filtered")).to_contain_text("1 ·")
