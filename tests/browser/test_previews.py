"""The cards beside names, in a real browser."""

PAGE = "evenements/entretien-kim-wang/"
LINK = ".md-content a[data-record=wang-huning]"


def test_card_tells_the_office_on_the_day_of_the_page(open_page):
    page = open_page(PAGE)
    page.locator(LINK).first.hover()
    card = page.locator(".d-preview")
    card.wait_for(state="visible")
    assert "Wang Huning" in card.inner_text()
    assert "président de la Conférence consultative" in card.inner_text()


def test_escape_closes_the_card(open_page):
    page = open_page(PAGE)
    page.locator(LINK).first.hover()
    page.locator(".d-preview").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator(".d-preview").wait_for(state="hidden")


def test_card_stays_while_pointed_at(open_page):
    page = open_page(PAGE)
    page.locator(LINK).first.hover()
    card = page.locator(".d-preview")
    card.wait_for(state="visible")
    card.hover()
    page.wait_for_timeout(500)
    assert card.is_visible()


def test_keyboard_focus_shows_it_and_ties_it_to_the_link(open_page):
    page = open_page(PAGE)
    page.keyboard.press("Tab")  # from here on focus is the keyboard's
    page.locator(LINK).first.focus()
    page.locator(".d-preview").wait_for(state="visible")
    assert page.locator(LINK).first.get_attribute("aria-describedby") == "d-preview"


def test_one_small_file_is_all_that_is_fetched(open_page):
    page = open_page(PAGE)
    page.wait_for_load_state("networkidle")
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.locator(LINK).first.hover()
    page.locator(".d-preview").wait_for(state="visible")
    page.mouse.move(0, 0)
    page.locator(".d-preview").wait_for(state="hidden")
    page.locator(".md-content a[data-record=kim-song-nam]").first.hover()
    page.locator(".d-preview >> text=Kim Song-nam").first.wait_for(state="visible")
    names = [url.rpartition("/")[2] for url in fetched]
    assert [name for name in names if name != "favicon.png"] == ["previews-data.js"]
