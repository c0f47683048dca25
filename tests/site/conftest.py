"""A small project in an empty folder: the least that MkDocs and a dossier need."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MKDOCS = """\
site_name: Essai
theme: {name: material, language: fr, font: false}
plugins: [dossier]
"""
PERSON = """\
kind: person
name: Anne Martin
summary: Diplomate.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with mkdocs.yml, docs/ and a dossier of one person."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/note.md").write_text("# Note\n\nUne page.\n", encoding="utf-8")
    (tmp_path / "dossier/actors").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "dossier/dossier.yml").write_text("title: Essai\nlanguage: fr\n", encoding="utf-8")
    (tmp_path / "dossier/actors/anne-martin.yml").write_text(PERSON, encoding="utf-8")
    return tmp_path


@pytest.fixture
def build(project: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs `mkdocs build` in the project, with further options."""

    def run(*options: str, timeout: float | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", *options],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            timeout=timeout,
        )

    return run
