"""Machines that fail: a full disk, folders that nobody may write, processes that are killed."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs a module as the user would, with a temporary folder of its own.

    `powerless`: bound by the permissions of files, even where the tests run as root.
    """
    temporary = tmp_path / "tmp"
    temporary.mkdir(exist_ok=True)

    def run_(
        *words: str | Path, cwd: Path, powerless: bool = False, limit: int = 0
    ) -> subprocess.CompletedProcess[str]:
        def prepare() -> None:
            if limit:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if powerless and os.getuid() == 0:
                for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
                    assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, power, 0, 0, 0) == 0

        return subprocess.run(
            [sys.executable, "-m", *map(str, words)],
            cwd=cwd,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)},
            capture_output=True,
            text=True,
            timeout=120,
            preexec_fn=prepare,
        )

    return run_


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A file system of a megabyte; None where the machine lets nobody make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        yield None
        return
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


MKDOCS = """\
site_name: Essai
theme: {name: material, language: fr, font: false}
plugins: [dossier, dossier-links, dossier-search, dossier-export]
hooks: [hook.py]
"""
FILES = {
    "mkdocs.yml": MKDOCS,
    "hook.py": "",
    "docs/note.md": "# Note\n\nAnne Martin arrive à Pékin.\n\n::: chronology actors=anne-martin\n",
    "dossier/dossier.yml": "title: Essai\nlanguage: fr\n",
    "dossier/vocabulary.yml": "kinds: {event: {dinner: {fr: dîner, en: dinner}}}\n",
    "dossier/actors/anne-martin.yml": "kind: person\nname: Anne Martin\nsummary: Diplomate.\n"
    "relations:\n  - {type: ally-of, with: chine, basis: notoire}\n",
    "dossier/actors/chine.yml": "kind: state\nname: Chine\nsummary: Un État.\n",
    "dossier/actors/bob.yml": "kind: person\nname: Bob Dupont\nsummary: Témoin.\ncountry: chine\n",
    "dossier/places/pekin.yml": "kind: city\nname: Pékin\nsummary: Capitale.\ncountry: chine\n",
    "dossier/topics/paix.yml": "kind: concept\nname: Paix\nsummary: Un vœu d'Anne Martin.\n",
    "dossier/events/diner.yml": "kind: dinner\nname: Dîner de Pékin\nsummary: Un dîner.\n"
    "date: 2024-01-02\nplace: pekin\nparticipants: [anne-martin, bob]\nstatements:\n"
    "  - {id: voeu, text: Elle veut la paix., speakers: [anne-martin], about: [paix, chine],"
    " sources: [{article: depeche, quote: veut la paix}]}\n",
    "dossier/articles/depeche.md": "---\ntitle: Une dépêche\noutlet: null\ndate: 2024-01-03\n"
    "summary: Une dépêche.\n---\nÀ Pékin, Anne Martin « veut la paix », avec Bob Dupont.\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with all plugins and a record of each kind, tied to each other."""
    folder = tmp_path / "project"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def read_tree() -> Callable[[Path], dict[str, bytes]]:
    """A function that gives every file of a folder, hidden ones too, by its path."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    return read
