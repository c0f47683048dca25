"""The sites of hostile cases: one of all that can share it, one for each that cannot."""

import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile.guard import Guard
from hostile.looking import Reader
from hostile.reading import read_cases
from hostile.sites import build_site, write_project
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def guard(root: Path) -> Iterator[Guard]:
    """The processes in which inputs are tried."""
    guard = Guard(root)
    yield guard
    guard.close()


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, str]:
    """The project of all harmless cases that share one, built; and why it could not be built."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "hostile"
    log = Path(f"{folder}.log")
    with Path(f"{folder}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            sharing = [each for each in read_cases() if each.place == "shared"]
            write_project(folder, sharing)
            log.write_text(build_site(folder), encoding="utf-8")
    return folder, log.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shared_url(shared_site: tuple[Path, str], serve_folder: Callable[[Path], str]) -> str:
    """The address of the site that harmless cases share."""
    return serve_folder(shared_site[0] / "site")


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Reader]:
    """A tab for all hostile pages."""
    reader = Reader(browser)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def known_scripts(
    reader: Reader,
    serve_folder: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> set[str]:
    """The scripts that pages may hold: the site's own files, and those inside the base's pages."""
    folder = write_project(tmp_path_factory.mktemp("known") / "base")
    assert build_site(folder) == ""
    site = serve_folder(folder / "site")
    pages = ("", "base/", "acteurs/", "acteurs/anne-martin/", "articles/depeche/", "relations/")
    own = (folder / "site/assets/dossier/scripts").glob("*.mjs")
    shipped = {f"/assets/dossier/scripts/{each.name}" for each in own}
    return shipped.union(*(reader.scripts(site, page) for page in pages))
