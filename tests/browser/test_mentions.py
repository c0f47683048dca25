"""Where a record is named: from its page to the paragraph, as readers go."""

import pytest


def test_a_sentence_leads_to_its_paragraph(open_page):
    page = open_page("acteurs/wang-huning/")
    passage = page.locator("#mentions ~ ol .d-passages a").first
    name = passage.locator("mark").first.inner_text()
    assert "Wang" in name
    passage.click()
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    paragraph = page.locator(f"[id='{anchor}']")
    assert name in paragraph.inner_text()
    assert paragraph.evaluate("each => each.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("path", ["acteurs/chine/", "lieux/pekin/", "evenements/guerre-de-coree/"])
def test_articles_are_told_newest_first(path, open_page):
    page = open_page(path)
    days = page.locator("#mentions ~ ol:not(details ol) .d-moment__date").all_inner_texts()
    years = [int(day.split()[-1]) for day in days if day.split()[-1].isdigit()]
    assert years == sorted(years, reverse=True)
    assert years


def test_further_passages_are_folded_and_open_with_the_keyboard(open_page):
    page = open_page("acteurs/kim-jong-un/", javascript=False)
    fold = page.locator(".d-moment details.d-fold:has(.d-passages)").first
    hidden = fold.locator(".d-passages a").first
    assert not hidden.is_visible()
    fold.locator("summary").press("Enter")
    assert hidden.is_visible()


def test_who_is_named_with_it_leads_to_their_pages(open_page):
    page = open_page("acteurs/zhao-leji/", width=360)
    other = page.locator(".d-together a").first
    name = other.inner_text()
    other.click()
    assert page.locator("h1").inner_text() == name


def test_names_on_hand_written_pages_show_a_card(open_page):
    page = open_page("methode/")
    link = page.locator(".md-content p a[data-record=kcna]").first
    link.scroll_into_view_if_needed()
    link.hover()
    page.get_by_text("Agence de presse officielle de la Corée du Nord").first.wait_for()
    link.click()
    assert page.locator("h1").inner_text() == "KCNA"


def test_no_name_is_a_link_in_headings_code_or_links_of_a_hand_written_page(open_page):
    for path in ("methode/", "notation/", "lectures/visites-pekin-pyongyang/"):
        page = open_page(path)
        assert not page.locator(":is(h1, h2, h3, code, pre, a) a[data-record]").count()
    assert "[[wang-huning]]" in open_page("notation/").locator("code").all_inner_texts()
