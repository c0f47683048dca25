"""Small dossiers for the views."""

from collections.abc import Callable

import pytest

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.views.book import Book

STATE = "kind: state\nname: {name}\nsummary: É.\n"
PERSON = "kind: person\nname: {name}\nsummary: P.\ncountry: {country}\n"
SMALL = {
    "actors/nord.yml": STATE.format(name="Nord"),
    "actors/sud.yml": STATE.format(name="Sud"),
    "actors/ada.yml": PERSON.format(name="Ada Un", country="nord"),
    "actors/bo.yml": PERSON.format(name="Bo Deux", country="sud"),
}


@pytest.fixture
def make_book(load_dossier: Callable[..., Dossier]) -> Callable[..., Book]:
    """A function that writes files (name to text) beside two states and a person of each."""

    def make(files: dict[str, str] | None = None) -> Book:
        return Book(load_dossier({**SMALL, **(files or {})}))

    return make
