"""What tests share: the repository, small dossiers; sites, chromium and repositories add more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.source import load

ROOT = Path(__file__).parents[1]

pytest_plugins = ["sites", "chromium", "repositories"]

# Property tests try the same cases on every machine, however slow it is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data beside the repository; without it, the test is skipped."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the shared data beside the repository")
    return folder


@pytest.fixture(scope="session")
def write_dossier(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A function that writes files (name to text or bytes) into a new folder, with dossier.yml."""

    def write(files: dict[str, str | bytes]) -> Path:
        folder = tmp_path_factory.mktemp("written") / "dossier"
        for name, text in {"dossier.yml": "title: Essai\nlanguage: fr\n", **files}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return write


@pytest.fixture(scope="session")
def load_dossier(write_dossier: Callable[..., Path]) -> Callable[..., Dossier]:
    """A function that writes files like `write_dossier` and loads them; an error fails the test."""

    def load_files(files: dict[str, str | bytes]) -> Dossier:
        loaded = load(write_dossier(files))
        assert [problem for problem in loaded.problems if problem.level == "error"] == []
        return loaded.dossier

    return load_files


STATE = "kind: state\nname: {name}\nsummary: É.\n"
PERSON = "kind: person\nname: {name}\nsummary: P.\ncountry: {country}\n"
SMALL = {
    "actors/nord.yml": STATE.format(name="Nord"),
    "actors/sud.yml": STATE.format(name="Sud"),
    "actors/ada.yml": PERSON.format(name="Ada Un", country="nord"),
    "actors/bo.yml": PERSON.format(name="Bo Deux", country="sud"),
}


@pytest.fixture
def make_indexes(load_dossier: Callable[..., Dossier]) -> Callable[..., Indexes]:
    """A function that writes files (name to text) beside two states and a person of each."""

    def make(files: dict[str, str] | None = None) -> Indexes:
        return Indexes(load_dossier({**SMALL, **(files or {})}))

    return make
