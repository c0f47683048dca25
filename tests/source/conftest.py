"""What tests of loading share: an empty dossier, and what `dossier check` says of it."""

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    """An empty dossier in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "dossier"
    (folder / "topics").mkdir(parents=True)
    (folder / "dossier.yml").write_text("title: Essai\nlanguage: fr\n")
    return folder


@pytest.fixture
def check():
    """A function that gives the lines of `dossier check`, and its exit code.

    Lines on records that nothing mentions are left out.
    """

    def run(*arguments):
        done = CliRunner().invoke(main, ["check", *arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        lines = done.stdout.splitlines()
        return [line for line in lines if not line.endswith("[unmentioned]")], done.exit_code

    return run
