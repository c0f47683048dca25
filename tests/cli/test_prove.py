"""`dossier prove`: a site built with and without what is kept, and compared."""

import sqlite3
from contextlib import closing

import pytest
from cli_projects import write_project
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.render.kept import _digest

FILES = {
    "mkdocs.yml": "site_name: E\ntheme: {name: material, font: false}\nplugins: [dossier]\n",
    "docs/note.md": "# Note\n",
    "dossier/actors/ada.yml": "kind: person\nname: Ada\nsummary: Diplomate.\n",
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A function that runs `dossier prove` in a small project."""
    write_project(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return lambda: CliRunner().invoke(main, ["prove"])


def test_nothing_differs(run, tmp_path):
    done = run()
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Rien ne diffère : ")
    assert not (tmp_path / "site").exists()  # the user's site is left alone
    assert (tmp_path / ".cache/dossier/rendered.sqlite").exists()


def test_a_stale_page_is_named(run, tmp_path):
    run()
    with (
        closing(sqlite3.connect(tmp_path / ".cache/dossier/rendered.sqlite")) as database,
        database,
    ):
        for key, piece in database.execute("SELECT key, piece FROM kept").fetchall():
            changed = piece.replace(b"Diplomate", b"Diplodocus")
            values = (changed, _digest(changed), key)
            database.execute("UPDATE kept SET piece = ?, digest = ? WHERE key = ?", values)
    done = run()
    assert done.exit_code == 1
    assert "acteurs/ada/index.html" in done.stdout.splitlines()
    assert "effacez .cache/dossier" in done.stderr


def test_a_site_that_cannot_be_built_says_why(run, tmp_path):
    (tmp_path / "dossier/actors/ada.yml").write_text("kind: person\n", encoding="utf-8")
    done = run()
    assert done.exit_code == 1
    assert "dossier/actors/ada.yml:1:1: error:" in done.stderr
    assert "rien à comparer" in done.stderr


def test_without_a_site_there_is_nothing_to_prove(run, tmp_path):
    (tmp_path / "mkdocs.yml").unlink()
    assert "mkdocs.yml manque" in run().stderr
