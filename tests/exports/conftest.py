"""Small dossiers as they are given away."""

from pathlib import Path

import pytest

from mkdocs_dossier.exports import FORMATS
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.source import load

SITE = "https://exemple.org/d/"
NOW = Day(2026, 5, 1)


@pytest.fixture(scope="session")
def publish():
    """A function that gives a dossier, or that of a folder, as all formats are made from it."""

    def make(dossier, site=SITE, now=NOW):
        dossier = load(dossier).dossier if isinstance(dossier, Path) else dossier
        return Publication(Indexes(dossier), Mentions(dossier), site, now)

    return make


@pytest.fixture(scope="session")
def frozen(root, publish):
    """The frozen dossier."""
    return publish(root / "tests/dossiers/frozen/dossier")


@pytest.fixture(scope="session")
def write_format(tmp_path_factory):
    """A function that writes the files of a format into a new folder, and gives that."""

    def write(publication, name):
        folder = tmp_path_factory.mktemp(name)
        for file in FORMATS[name].make(publication):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        return folder

    return write
