"""Small repositories, for the commands that look at earlier revisions."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

BASE = {"dossier/dossier.yml": "title: Essai\nlanguage: fr\n"}


class Repository:
    """A repository in a folder: files are written, then committed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "dossier"
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str) -> str:
        """Run git there, whatever the settings of the machine are."""
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *name, *words], cwd=self.root, capture_output=True, check=True, text=True
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files by path from the root; None deletes one."""
        for name, text in files.items():
            file = self.root / name
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, files: Mapping[str, str | bytes | None] | None = None) -> str:
        """Write files, commit all, and give the commit's hash."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "change")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def make_repository(tmp_path: Path) -> Callable[..., Repository]:
    """A function that begins a repository with a first commit of the files given."""

    def make(files: Mapping[str, str | bytes], name: str = "project") -> Repository:
        root = tmp_path / name
        root.mkdir()
        repository = Repository(root)
        repository.commit({**BASE, **files})
        return repository

    return make
