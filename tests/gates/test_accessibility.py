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
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible(page_path, scheme, width, open_page):
    page = open_page(page_path, width=width, scheme=scheme)
    shown = page.locator("body").get_attribute("data-md-color-scheme")
    assert shown == {"light": "default", "dark": "slate"}[scheme]
    found = find_violations(page, OPTIONS if scheme == "light" else COLOURS)
    assert not found, "\n".join(found)


def test_page_is_as_wide_as_a_phone(page_path, open_page):
    page = open_page(page_path, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


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
