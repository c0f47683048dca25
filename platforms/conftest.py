"""What the tests share: environments of their own, and dossiers built in them.

They are no part of the other tests, which need none of this: run them by `make platforms`.
"""

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commands import run
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

ROOT = Path(__file__).parents[1]
LEFT_OUT = {"materialx": ("mkdocs-material",)}
"""What an environment has not, of what the site is pinned to."""

pytest_plugins = ["sites", "chromium"]  # of tests/


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def environment() -> Callable[[str], Path]:
    """A function that gives the Python of an environment: that of ../requirements.txt and of the
    file of its name here. It is made once, and anew when one of both changes.
    """

    def give(name: str) -> Path:
        folder = ROOT / ".cache/platforms" / name
        python, stamp = folder / "bin/python", folder / "made-of"
        pins = (ROOT / "requirements.txt").read_text() + (
            ROOT / f"platforms/{name}.txt"
        ).read_text()
        wanted = [line for line in pins.splitlines() if is_asked(line, LEFT_OUT.get(name, ()))]
        made_of = hashlib.sha256("\n".join([sys.version, *wanted]).encode()).hexdigest()
        if not stamp.exists() or stamp.read_text() != made_of:
            shutil.rmtree(folder, ignore_errors=True)
            run(sys.executable, "-m", "venv", folder)
            (folder / "pins.txt").write_text("\n".join(wanted) + "\n")
            install = (python, "-m", "pip", "install", "--quiet", "--no-deps")
            run(*install, "--requirement", folder / "pins.txt")
            run(*install, "--editable", ROOT / "plugins")
            stamp.write_text(made_of)
        return python

    return give


def is_asked(line: str, left_out: tuple[str, ...]) -> bool:
    """Whether a line of requirements stands for a package of the environment."""
    return "==" in line and line.partition("==")[0] not in left_out


@pytest.fixture(scope="session")
def build(environment: Callable[[str], Path]) -> Callable[..., Path]:
    """A function that builds a project strictly, by a program of an environment, from nothing, and
    gives the site. `site` is its folder, beside the project's files.
    """

    def build_(project: Path, name: str, program: str, site: str = "site") -> Path:
        shutil.rmtree(project / ".cache", ignore_errors=True)
        command = [environment(name), "-m", program, "build", "--strict", "--site-dir", site]
        said = run(*command, "--config-file", "mkdocs.yml", cwd=project)
        assert "WARNING" not in said, said
        return project / site

    return build_


@pytest.fixture
def open_site(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens an address and gives the page. Whatever a script or the console
    complains of meanwhile fails the test, and each request to another host.
    """
    pages, complaints = [], []

    def open_(address: str, width: int = 1400, scheme: str = "light") -> Page:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        pages.append(page)
        host = "/".join(address.split("/")[:3]) + "/"
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if is_error(said) else None)
        page.on("request", lambda asked: complaints.extend(find_elsewhere(asked.url, host)))
        page.goto(address)
        return page

    yield open_
    for page in pages:
        page.close()
    assert complaints == []


def is_error(said: ConsoleMessage) -> bool:
    """Whether a browser says of a line on its console that it is an error."""
    return said.type == "error"


def find_elsewhere(asked: str, host: str) -> list[str]:
    """The address asked for, if it is neither of the host nor within the page."""
    return [] if asked.startswith((host, "data:", f"blob:{host}")) else [asked]


@pytest.fixture(scope="session")
def search() -> Callable[[Page, str, str], None]:
    """A function that types words into the search of a page, and waits for a result that says so
    and so.
    """

    def search_(page: Page, words: str, wanted: str) -> None:
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.locator("dialog[open] a", has_text=wanted).first.wait_for(timeout=10_000)

    return search_


@pytest.fixture(scope="session")
def see_lines() -> Callable[..., None]:
    """A function that looks whether the graph of a page has lines enough, drawn in a colour."""

    def see(page: Page, enough: int = 4) -> None:
        lines = page.locator(".d-graph .d-edge__line:visible")
        expect(lines.first).to_be_visible()
        drawn = lines.evaluate_all("all => all.map(each => getComputedStyle(each).stroke)")
        assert len(drawn) >= enough
        assert not {"none", ""} & set(drawn)

    return see
