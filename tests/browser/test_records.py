"""Record pages as they are read: on a phone, without JavaScript, on paper."""

import pytest

PAGES = {
    "person": "acteurs/kim-jong-un/",
    "state": "acteurs/coree-du-nord/",
    "organisation": "acteurs/parti-communiste-chinois/",
    "media": "acteurs/xinhua/",
    "event": "evenements/veto-conseil-de-securite/",
    "series": "evenements/sommet-kim-xi-2025/",
    "article": "articles/2024-04-zhao-leji-pyongyang/",
    "place": "lieux/pyongyang/",
    "topic": "themes/sanctions-de-l-onu/",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_phone_needs_no_sideways_scroll_even_unfolded(path, open_page):
    page = open_page(path, width=360)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_complete_without_javascript(path, open_page):
    def read(javascript):
        page = open_page(path, javascript=javascript)
        record = page.locator(".d-record")
        headings = record.locator("h2").all_inner_texts()
        return headings, record.locator("a[data-record]").count()

    with_script, without = read(True), read(False)
    assert with_script == without
    assert without[0]
    assert without[1] > 0


def test_facts_come_before_sections_on_a_phone(open_page):
    page = open_page("acteurs/wang-huning/", width=360)
    name, facts, section = (
        page.locator(each).first.bounding_box()["y"] for each in ("h1", ".d-facts", ".d-body h2")
    )
    assert name < facts < section


def test_facts_stand_beside_the_name_on_a_wide_screen(open_page):
    page = open_page("acteurs/wang-huning/")
    name, facts = (page.locator(each).bounding_box() for each in ("h1", ".d-facts"))
    assert facts["x"] > name["x"] + name["width"]
    assert facts["y"] < name["y"] + name["height"]


def test_an_address_unfolds_what_it_leads_to(open_page):
    page = open_page("acteurs/coree-du-nord/")
    anchor = page.evaluate(
        "document.querySelector('details:not([open]) .d-statement[id]')?.id"
    ) or page.evaluate("document.querySelector('.d-statement[id]').id")
    page.goto(f"{page.url}#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()


def test_paper_shows_sources_in_full_and_no_navigation(open_page):
    page = open_page("evenements/veto-conseil-de-securite/", scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for hidden in (".md-header", ".md-sidebar--secondary", ".md-footer", ".d-crumbs"):
        assert not page.locator(hidden).first.is_visible(), hidden
    source = page.locator("a.d-outside").first
    shown = source.evaluate("each => getComputedStyle(each, '::after').content")
    assert source.get_attribute("href") in shown.replace('"', "") or "attr(href)" in shown
    assert page.locator("details.d-evidence .d-source").first.is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.d-evidence[open]").count() == 0


def test_the_last_update_is_said_in_french(open_page):
    page = open_page("acteurs/wang-huning/")
    words = page.locator(".d-foot").inner_text()
    assert "Mis à jour le" in words
    stamp = page.locator(".d-foot time")
    year = stamp.get_attribute("datetime")[:4]
    assert stamp.inner_text().endswith(year)
    assert stamp.inner_text() != stamp.get_attribute("datetime")
