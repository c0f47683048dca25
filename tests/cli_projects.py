"""Small projects on disk, for the commands that change several files."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def read_all(project: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        each.relative_to(project).as_posix(): each.read_bytes()
        for each in sorted(project.rglob("*"))
        if each.is_file()
    }


def write_project(root: Path, files: Mapping[str, str]) -> Path:
    """Write files by path, with a dossier.yml; gives the dossier's folder."""
    base = {"dossier/dossier.yml": "title: Essai\nlanguage: fr\n"}
    for name, text in (base | dict(files)).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return root / "dossier"


_KILLED = """
import os, sys
from mkdocs_dossier.cli import main
from mkdocs_dossier.source import journal
left, folder, *words = sys.argv[1:]
left = int(left)
def stop(real):
    def call(*words, **named):
        global left
        if not left:
            os._exit(9)
        left -= 1
        return real(*words, **named)
    return call
journal.write_file = stop(journal.write_file)
journal.Path.unlink = stop(journal.Path.unlink)
main([*words, "--dossier", folder])
"""


def run_killed(step: int, folder: Path, *words: str) -> int:
    """The exit code of a command: 9 if it was killed at that step of what it writes."""
    command = [sys.executable, "-c", _KILLED, str(step), str(folder), *words]
    return subprocess.run(command, capture_output=True).returncode
