"""What the gates share: one page of each kind, and a way to run a tool."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# One page of each kind: the fullest of the shipped dossier.
PAGES = [
    "",
    "acteurs/",
    "acteurs/wang-huning/",
    "acteurs/chine/",
    "acteurs/parti-du-travail-de-coree/",
    "acteurs/kcna/",
    "evenements/",
    "evenements/veto-conseil-de-securite/",
    "articles/",
    "articles/2025-09-kim-xi-pekin/",
    "lieux/",
    "lieux/pekin/",
    "themes/",
    "themes/missile-hwasong/",
    "relations/",
    "relations/chine--coree-du-nord/",
    "chronologie/",
    "etiquettes/",
    "lectures/visites-pekin-pyongyang/",
    "corrections/",
    "couverture/",
    "methode/",
    "contribuer/",
    "404.html",
]


@pytest.fixture(params=PAGES, ids=lambda path: path or "home")
def page_path(request: pytest.FixtureRequest, site_dir: Path) -> str:
    """The path of a page within the site; each kind of page in turn."""
    path = request.param
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
