"""Small projects on disk, for the commands that change several files."""

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
