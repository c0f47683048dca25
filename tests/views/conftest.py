"""Small dossiers for the views."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_dossier.source import load
from mkdocs_dossier.views.book import Book

STATE = "kind: state\nname: {name}\nsummary: É.\n"
PERSON = "kind: person\nname: {name}\nsummary: P.\ncountry: {country}\n"
SMALL = {
    "dossier.yml": "title: Essai\nlanguage: fr\n",
    "actors/nord.yml": STATE.format(name="Nord"),
    "actors/sud.yml": STATE.format(name="Sud"),
    "actors/ada.yml": PERSON.format(name="Ada Un", country="nord"),
    "actors/bo.yml": PERSON.format(name="Bo Deux", country="sud"),
}


@pytest.fixture
def make_book(tmp_path: Path) -> Callable[..., Book]:
    """A function that writes files (name to text) beside two states and a person of each."""

    def make(files: dict[str, str] | None = None) -> Book:
        for name, text in {**SMALL, **(files or {})}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = load(tmp_path)
        assert [problem for problem in loaded.problems if problem.level == "error"] == []
        return Book(loaded.dossier)

    return make
