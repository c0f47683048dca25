"""What the tests share: environments of their own, and dossiers built in them.

They are no part of the other tests, which need none of this: run them by `make platforms`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = {"materialx": ("mkdocs-material",)}
"""What an environment has not, of what the site is pinned to."""
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",  # of Material
    "DISABLE_MKDOCS_2_WARNING": "true",  # of ProperDocs
    "SOURCE_DATE_EPOCH": "1760000000",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}

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


def run(*command: object, cwd: Path = ROOT) -> str:
    """What a command says; an error if it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "SITE_DIR"}
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=environment | QUIET,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
