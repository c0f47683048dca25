"""What tests share: the repository, the shipped site built once, and a real Chromium to read it in.

A browser test asks for `open_page` and gives a path of the site:

    def test_title(open_page):
        page = open_page("acteurs/wang-huning/", width=360, scheme="dark")
        assert page.locator("h1").inner_text() == "Wang Huning"
"""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]

# Property tests try the same cases on every machine, however slow it is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data beside the repository; without it, the test is skipped."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the shared data beside the repository")
    return folder


@pytest.fixture(scope="session")
def build_site() -> Callable[..., Path]:
    """A function that builds the shipped site strictly into a folder, with changed environment."""

    def build(destination: Path, **environment: str | None) -> Path:
        changed = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # --quiet hides warnings
        done = subprocess.run(
            [*command, "--site-dir", str(destination)],
            cwd=ROOT,
            env={name: value for name, value in changed.items() if value is not None},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return destination

    return build


@pytest.fixture(scope="session")
def site_dir(
    build_site: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """The shipped site: $SITE_DIR as make has built it, else built now, once for all workers."""
    if given := os.environ.get("SITE_DIR"):
        return Path(given).resolve()
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "site"
    with Path(f"{folder}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return folder if (folder / "index.html").exists() else build_site(folder)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as static hosts do: 404.html where there is nothing. Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder over HTTP until the session ends, and gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site_dir: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the shipped site, with a slash at its end."""
    return serve_folder(site_dir)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: $CHROMIUM, else one on PATH, else Debian's. A browser test is never skipped."""
    found = subprocess.run([ROOT / ".ci/chromium"], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.stdout.strip(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> Iterator[Callable[..., Page]]:
    """A function that opens a path of the shipped site (or a whole address) and gives the page."""
    contexts = []

    def open_(
        path: str = "", *, width: int = 1400, scheme: str = "light", javascript: bool = True
    ) -> Page:
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
