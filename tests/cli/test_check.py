"""`dossier check` as a contributor runs it."""

import re
import shutil

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


PROJECT = {
    "mkdocs.yml": "site_name: S\nplugins: [dossier, dossier-links]\n",
    "docs/page.md": "# Page\n\nUn [lien](page.md).\n",
    "dossier/dossier.yml": "title: T\nlanguage: fr\n",
    "dossier/actors/a.yml": "kind: state\nname: Nord\nsummary: Nord est [[nulle-part]].\n",
    "dossier/actors/b.yml": "kind: state\nname: Sud\nsummary: S.\n",
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    for path, text in PROJECT.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments):
    done = CliRunner().invoke(main, ["check", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_nothing_is_read_twice_where_nothing_changed(project, monkeypatch):
    formats = [("--format", name) for name in ("text", "json", "sarif", "gitlab", "github")]
    first = [check(*each) for each in formats]
    assert first[0][0] == 1
    assert "nulle-part" in first[0][1]
    monkeypatch.setattr("mkdocs_dossier.cli.check.load", None)
    assert [check(*each) for each in formats] == first


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("dossier/actors/a.yml", "kind: state\nname: Nord\nsummary: Nord est [[nulle-par]].\n"),
        ("dossier/dossier.yml", "title: T\nlanguage: en\n"),
        ("dossier/vocabulary.yml", "kinds: 3\n"),
        ("dossier/actor/c.yml", "kind: state\n"),
        ("dossier/addresses.txt", "acteurs/mort/\n"),
        ("docs/page.md", "# Page\n\nUn <b>mot</b>.\n"),
        ("mkdocs.yml", "site_name: S\ndocs_dir: dossier/articles\nplugins: [dossier]\n"),
    ],
)
def test_every_change_is_seen(project, path, text):
    before = check()
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    seen = check()
    shutil.rmtree(project / ".cache")
    assert check() == seen
    if path != "mkdocs.yml":
        assert seen != before


def test_a_link_in_place_of_a_file_is_seen(project):
    check()
    file = project / "dossier/actors/b.yml"
    kept = file.rename(project / "elsewhere.yml")
    file.symlink_to(kept)
    assert "actors/b.yml" in check()[1]
