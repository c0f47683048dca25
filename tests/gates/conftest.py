"""What the gates share: the shipped site, one page of each kind of it, and a way to run a tool."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# One page of each kind. In place of a `*` stands the record with the fullest file among those of
# the folder and the kind after it: curators may rename what they like.
PAGES = [
    "",
    "acteurs/",
    "acteurs/* actors/person",
    "acteurs/* actors/state",
    "acteurs/* actors/organisation",
    "acteurs/* actors/media",
    "evenements/",
    "evenements/* events",
    "articles/",
    "articles/* articles",
    "lieux/",
    "lieux/* places",
    "themes/",
    "themes/* topics",
    "relations/",
    "relations/chine--coree-du-nord/",
    "chronologie/",
    "etiquettes/",
    "lectures/visites-pekin-pyongyang/",
    "corrections/",
    "donnees/",
    "donnees/interroger/",
    "couverture/",
    "methode/",
    "contribuer/",
    "404.html",
]


@pytest.fixture(scope="session")
def site_dir(root: Path, build_once: Callable[[str, Path], Path]) -> Path:
    """The shipped site: $SITE_DIR as make has built it, else built now."""
    given = os.environ.get("SITE_DIR")
    return (root / given).resolve() if given else build_once("shipped", root)


@pytest.fixture(scope="session")
def site_url(site_dir: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the shipped site, with a slash at its end."""
    return serve_folder(site_dir)


@pytest.fixture(scope="session")
def fullest(root: Path) -> Callable[[str, str], str]:
    """A function that gives the id of the longest file of a folder, of all kinds or of one."""

    def choose(folder: str, kind: str = "") -> str:
        files = [
            file
            for file in (root / "dossier" / folder).iterdir()
            if not kind or f"kind: {kind}\n" in file.read_text(encoding="utf-8")
        ]
        return max(sorted(files), key=lambda file: file.stat().st_size).stem

    return choose


@pytest.fixture(params=PAGES, ids=lambda path: path or "home")
def page_path(
    request: pytest.FixtureRequest, site_dir: Path, fullest: Callable[[str, str], str]
) -> str:
    """The path of a page within the site; each kind of page in turn."""
    path, _, chosen = request.param.partition("* ")
    if chosen:
        folder, _, kind = chosen.partition("/")
        path += f"{fullest(folder, kind)}/"
    file = path if path.endswith(".html") else f"{path}index.html"
    assert (site_dir / file).is_file(), f"the site has no {file}"
    return path


@pytest.fixture(scope="session")
def run_tool(root: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs a command of the virtual environment in the repository's folder."""

    def run(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [Path(sys.executable).parent / name, *arguments]
        return subprocess.run(command, cwd=root, capture_output=True, text=True)

    return run
