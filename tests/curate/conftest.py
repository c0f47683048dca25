"""A dossier into which scraped articles are imported."""

from collections.abc import Callable

import pytest

from mkdocs_dossier.model.dossier import Dossier


@pytest.fixture(scope="module")
def dossier(load_dossier: Callable[..., Dossier]) -> Dossier:
    """Who is known where the made-up articles are imported."""
    return load_dossier(
        {
            "actors/louise.yml": "kind: person\nname: Louise Martin\nsummary: S.\n",
            "actors/pays.yml": "kind: state\nname: Pays-Haut\nsummary: S.\n",
            "actors/courrier.yml": (
                "kind: media\nname: Le Courrier\ncontrol: private\nsummary: S.\n"
                "external: {website: 'https://www.courrier.example/'}\n"
            ),
        }
    )
