"""Sites built once for all tests, and served as static hosts do.

Tests of the code read the frozen dossier, so that they may name and count what it holds. The gates
read the shipped site (gates/conftest.py).
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

FROZEN = Path(__file__).parent / "dossiers/frozen"


@pytest.fixture(scope="session")
def build_site(root: Path) -> Callable[..., Path]:
    """A function that builds a site strictly into a folder, with changed environment.

    The site is that of the project (a folder with mkdocs.yml) given; of the repository, if none is.
    """

    def build(destination: Path, project: Path = root, **environment: str | None) -> Path:
        changed = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # --quiet hides warnings
        done = subprocess.run(
            [*command, "--site-dir", str(destination)],
            cwd=project,
            env={name: value for name, value in changed.items() if value is not None},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return destination

    return build


@pytest.fixture(scope="session")
def build_once(
    build_site: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Callable[[str, Path], Path]:
    """A function that builds a project under a name, once for all workers, and gives its folder."""
    base = tmp_path_factory.getbasetemp()

    def build(name: str, project: Path) -> Path:
        folder = (base if worker_id == "master" else base.parent) / name
        with Path(f"{folder}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = (folder / "index.html").exists()
            return folder if done else build_site(folder, project)

    return build


@pytest.fixture(scope="session")
def site_dir(build_once: Callable[[str, Path], Path]) -> Path:
    """The site of the frozen dossier."""
    return build_once("frozen", FROZEN)


@pytest.fixture(scope="session")
def site_url(site_dir: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the frozen dossier's site, with a slash at its end."""
    return serve_folder(site_dir)


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
