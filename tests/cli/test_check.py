"""`dossier check` as a contributor runs it."""

import re

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

LINE = re.compile(r"\S.*:\d+:\d+: (error|warning|info): \S.* \[[a-z-]+\]")


@pytest.fixture
def run(root, monkeypatch):
    """Runs the command from the repository's folder."""
    monkeypatch.chdir(root)
    return lambda *arguments: CliRunner().invoke(main, ["check", *arguments])


def test_shipped_dossier_passes(run):
    done = run()
    assert done.exit_code == 0, done.stdout
    lines = done.stdout.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert [line for line in lines if ": error: " in line] == []


def test_path_is_the_given_folder_and_the_file_in_it(run, tmp_path):
    for given in (str(tmp_path), f"{tmp_path}/", f"{tmp_path}/./."):
        [line] = run("--dossier", given).stdout.splitlines()
        assert line.startswith(f"{tmp_path}/dossier.yml:1:1: error: ")


def test_same_problems_in_the_same_order_each_time(run):
    assert run().stdout == run().stdout


def test_what_a_template_leaves_to_fill_in_is_a_warning(tmp_path):
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "dossier.yml").write_text("title: T\nlanguage: fr\n")
    (tmp_path / "docs").mkdir()
    page = "# Contact\n\n- Courriel : **[adresse à compléter]**\n- [un lien](a.md) **gras**\n"
    (tmp_path / "docs" / "contact.md").write_text(page)
    done = CliRunner().invoke(main, ["check", "--dossier", str(tmp_path / "dossier")])
    assert done.exit_code == 0
    [line] = done.stdout.splitlines()
    assert line.endswith("[template-gap]")
    assert "docs/contact.md:3:14: warning: " in line
    assert "adresse à compléter" in line
