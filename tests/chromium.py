"""A real Chromium to read a site in.

A browser test asks for `open_page` and gives a path of the site:

    def test_title(open_page):
        page = open_page("acteurs/wang-huning/", width=360, scheme="dark")
        assert page.locator("h1").inner_text() == "Wang Huning"

Playwright is imported only when a test asks for the browser.
"""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def browser(root: Path) -> "Iterator[Browser]":
    """Chromium: $CHROMIUM, else one on PATH, else Debian's. A browser test is never skipped."""
    found = subprocess.run([root / ".ci/chromium"], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.stdout.strip(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tab(browser: "Browser") -> "Iterator[Page]":
    """One tab for all tests that only look: to make one takes longer than to load a page."""
    context = browser.new_context(reduced_motion="reduce", locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(browser: "Browser", site_url: str) -> "Iterator[Callable[..., Page]]":
    """A function that opens a path of the site (or a whole address) and gives the page."""
    contexts = []

    def open_(
        path: str = "", *, width: int = 1400, scheme: str = "light", javascript: bool = True
    ) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 800 if width > 600 else 740},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            locale="fr-FR",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(
            path if path.startswith(("http:", "about:")) else site_url + path.removeprefix("/")
        )
        return page

    yield open_
    for context in contexts:
        context.close()
