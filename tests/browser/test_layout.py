"""Nothing jumps while a page loads, and nothing dead stands on it without a script."""

import pytest

PAGES = [
    "",
    "acteurs/",
    "acteurs/wang-huning/",
    "evenements/veto-conseil-de-securite/",
    "relations/",
    "chronologie/",
]
WATCH = """
window.shifts = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1400])
def test_layout_does_not_jump(open_page, site_url, path, width):
    page = open_page("about:blank", width=width)
    page.add_init_script(WATCH)
    page.goto(site_url + path)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifts") < 0.01


@pytest.mark.parametrize("path", ["acteurs/", "relations/", "chronologie/"])
def test_controls_stand_only_where_they_work(open_page, path):
    assert open_page(path).locator(".d-filter").first.is_visible()
    assert not open_page(path, javascript=False).locator(".d-filter").first.is_visible()
