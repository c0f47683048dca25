"""Every kind of page is free of violations that axe can find, as WCAG 2.2 AA has them."""

import pytest
from axe_playwright_python.sync_playwright import Axe

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {
    **OPTIONS,
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""All that another colour scheme can break: the rest of the page is the same."""


def find_violations(page, options=OPTIONS):
    """Each violation as its rule and the elements at fault."""
    violations = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("width", [360, 1400])
def test_page_is_accessible(page_path, width, tab, site_url):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme="light")
    tab.goto(site_url + page_path)
    assert tab.locator("body[data-md-color-scheme=default]").count() == 1
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = find_violations(tab)
    tab.emulate_media(color_scheme="dark")
    tab.wait_for_selector("body[data-md-color-scheme=slate]")
    tab.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
    found += [f"in the dark: {each}" for each in find_violations(tab, COLOURS)]
    assert not found, "\n".join(found)


def test_a_violation_is_found(open_page):
    page = open_page("about:blank")
    body = '<main><h1>t</h1><img src="x.png" alt="{}"></main>'
    html = f'<!doctype html><html lang="fr"><title>t</title><body>{body}'
    page.set_content(html.format("a portrait"))
    assert find_violations(page) == []
    page.set_content(html.replace('alt="{}"', ""))
    assert [found.partition(":")[0] for found in find_violations(page)] == ["image-alt"]
    page.set_content(html.replace("<h1>t", '<h1 style="color: #eee">title').format("a portrait"))
    found = find_violations(page, COLOURS)
    assert [each.partition(":")[0] for each in found] == ["color-contrast"]
