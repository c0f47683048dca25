"""A small frozen site beside the shipped one, so that what readers meet can be counted."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

CONFIG = """\
site_name: Le canal d'Arle
theme:
  name: material
  language: fr
  font: false
  features: [navigation.tabs, toc.follow]
  palette: [{scheme: default, primary: white}]
plugins: [dossier, dossier-links, dossier-search]
"""


@pytest.fixture(scope="session")
def canal_url(
    root: Path,
    serve_folder: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
) -> str:
    """The address of the site of tests/dossiers/canal, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "canal"
    with Path(f"{folder}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site/index.html").exists():
            shutil.copytree(root / "tests/dossiers/canal", folder / "dossier", dirs_exist_ok=True)
            (folder / "docs").mkdir(exist_ok=True)
            (folder / "docs/visites.md").write_text(READING, encoding="utf-8")
            (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
            done = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict"],  # --quiet hides warnings
                cwd=folder,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return serve_folder(folder / "site")


@pytest.fixture
def open_canal(open_page: Callable[..., Page], canal_url: str) -> Callable[..., Page]:
    """A function that opens a path of that site, as `open_page` does of the shipped one."""

    def open_(path: str = "", **how: object) -> Page:
        return open_page(canal_url + path, **how)

    return open_


READING = """\
# Les visites

::: chronology places=arle highlight=rencontre-arle
"""
