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
    assert page.locator(LINK).first.get_attribute("aria-describedby") == "_preview"


def test_little_is_fetched_and_only_once(open_page):
    page = open_page(PAGE)
    page.wait_for_load_state("networkidle")
    fetched = {}
    page.on("response", lambda answer: fetched.setdefault(answer.url, len(answer.body())))
    page.locator(LINK).first.hover()
    page.locator(".d-preview").wait_for(state="visible")
    page.mouse.move(0, 0)
    page.locator(".d-preview").wait_for(state="hidden")
    page.locator(".md-content a[data-record=kim-song-nam]").first.hover()
    page.locator(".d-preview >> text=Kim Song-nam").first.wait_for(state="visible")
    cards = {url: size for url, size in fetched.items() if "/cards/" in url}
    assert cards
    assert max(cards.values()) <= 20_000
    assert [url for url in fetched if url not in cards and "favicon" not in url] == []


def test_a_card_that_comes_late_stays_away(open_page):
    page = open_page(PAGE)
    asked = []

    def answer_late(route):
        asked.append(route.request.url)
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/cards/*.json", answer_late)
    page.locator(LINK).first.hover()
    with page.expect_request("**/cards/*.json"):
        pass
    page.mouse.move(0, 0)
    page.wait_for_timeout(3000)
    assert asked
    assert page.locator(".d-preview:popover-open").count() == 0
