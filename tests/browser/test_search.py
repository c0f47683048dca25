"""The search in a real browser."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def search(open_page):
    """A function that opens the search on a page and gives the titles found for a query."""
    page = open_page("methode/")

    def run(query):
        if not page.locator("#_search").is_visible():
            page.keyboard.press("/")
        page.fill("#_search input", query)
        page.wait_for_selector("#_search-results[aria-busy=false]", state="attached")
        return page.locator("#_search strong").all_inner_texts()

    run.page = page
    return run


@pytest.mark.parametrize(
    "query", ["choigou", "Choïgou", "Shoigu", "Шойгу", "绍伊古", "ministres", "MINISTRE"]
)
def test_a_person_is_found_however_written(search, query):
    assert "Sergueï Choïgou" in search(query)


@pytest.mark.parametrize("query", ["ukraine", "l'Ukraine", "l’ukraine"])
def test_elision_hides_no_name(search, query):
    assert "Ukraine" in search(query)


def test_results_stand_under_their_kind_with_the_count_announced(search):
    search("pekin")
    groups = search.page.locator("#_search-results h2").all_inner_texts()
    assert any(group.startswith("Lieux") for group in groups)
    assert any(group.startswith("Événements") for group in groups)
    assert "résultats" in search.page.locator("#_search [role=status]").inner_text()


def test_facets_narrow_and_can_be_reset(search):
    everything = search("visite")
    search.page.select_option("#_search [name=state]", label="Russie")
    search.page.wait_for_function(
        "(count) => document.querySelectorAll('#_search strong').length < count",
        arg=len(everything),
    )
    narrowed = search.page.locator("#_search strong").all_inner_texts()
    assert "Visite de Zhao Leji à Pyongyang" in everything
    assert "Visite de Zhao Leji à Pyongyang" not in narrowed
    assert "Visite de Sergueï Choïgou à Pyongyang" in narrowed
    search.page.click("#_search .d-search-reset")
    assert search.page.input_value("#_search input") == ""


def test_nothing_found_says_so(search):
    assert search("xyzzy") == []
    assert "Aucun résultat" in search.page.locator("#_search [role=status]").inner_text()


def test_enter_opens_the_first_result(search):
    search("wang huning")
    search.page.keyboard.press("Enter")
    search.page.wait_for_url("**/acteurs/wang-huning/*")
    assert search.page.locator("h1").inner_text() == "Wang Huning"


def test_enter_waits_for_what_was_typed(search):
    search("choigou")
    search.page.fill("#_search input", "wang huning")
    search.page.keyboard.press("Enter")
    search.page.wait_for_url("**/acteurs/**")
    assert search.page.locator("h1").inner_text() == "Wang Huning"


def test_escape_closes_and_ctrl_k_opens(open_page):
    page = open_page("")
    page.keyboard.press("Control+k")
    assert page.locator("#_search").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#_search").is_visible()


def test_first_result_costs_a_reader_little(open_page):
    page = open_page("methode/")
    sizes = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.keyboard.press("/")
    page.fill("#_search input", "choigou")
    page.wait_for_selector("#_search strong")
    assert 0 < sum(sizes) <= 300_000


def test_the_full_text_is_searched_in_a_worker(open_page):
    page = open_page("methode/")
    with page.expect_worker() as worker:
        page.keyboard.press("/")
    assert "/pagefind/" in worker.value.url
    page.fill("#_search input", "visite")
    page.wait_for_selector("#_search strong")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "eval" not in policy, "a page that needs no WebAssembly does not allow it"


def test_without_workers_names_are_found_still(open_page, site_url):
    page = open_page("about:blank")
    page.add_init_script("delete window.Worker")
    page.goto(f"{site_url}methode/")
    page.keyboard.press("/")
    page.fill("#_search input", "choigou")
    expect(page.locator("#_search strong").first).to_have_text("Sergueï Choïgou")
    expect(page.locator("#_search [role=status]")).to_contain_text("Seuls les noms")
    assert page.locator("#_search select:enabled").count() == 0
