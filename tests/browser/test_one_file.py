"""The whole dossier as one file, opened from a disk."""

import shutil

import pytest
from playwright.sync_api import expect


@pytest.fixture
def open_file(site_dir, browser, tmp_path):
    """The file of the site, alone in a folder, in a browser that is offline; and what it asks."""
    shutil.copy(site_dir / "donnees/dossier.html", tmp_path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.asked, page.refused = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.refused.append(message.text))
    page.goto((tmp_path / "dossier.html").as_uri())
    yield page
    context.close()


def test_it_opens_from_a_disk_is_searched_and_asks_nobody(open_file):
    page = open_file
    page.get_by_role("searchbox").fill("choigou")
    found = page.locator("#_search li")
    expect(found.first).to_contain_text("Choïgou")
    found.first.locator("a").click()
    expect(page.locator("section:target h3")).to_contain_text("Choïgou")
    page.get_by_role("searchbox").fill("xyzzy")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert found.count() == 0
    assert page.asked == [page.url.partition("#")[0]]
    assert page.refused == []
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "its style holds"
