"""`dossier init`: what a curator finds in the new folder, and that it is sound at once."""

import os
import subprocess
import sys

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load

LANGUAGES = ("de", "en", "fr")


def begin(folder, *options):
    return CliRunner().invoke(main, ["init", str(folder), *options])


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_is_sound_and_shows_one_of_each(language, tmp_path):
    done = begin(tmp_path / "d", "--language", language, "--title", 'A: "b" # c')
    assert done.exit_code == 0, done.output
    loaded = load(tmp_path / "d/dossier")
    assert list(check(loaded)) == []
    dossier = loaded.dossier
    assert (dossier.settings.title, dossier.language) == ('A: "b" # c', language)
    kinds = {str(actor.kind) for actor in dossier.actors.values()}
    assert kinds == {"person", "organisation", "state", "media"}
    assert all((dossier.events, dossier.places, dossier.topics, dossier.articles))


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_dossier_builds_strictly_with_few_settings(language, tmp_path):
    begin(tmp_path / "d", "--language", language, "--licence", "cc0")
    assert len((tmp_path / "d/mkdocs.yml").read_text().splitlines()) <= 20
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path / "d",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "d/site/index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in home
    assert "prefers-color-scheme: dark" in home  # the palette is the plugin's
    words = {
        "de": ("Akteure", "Zum hellen Modus"),
        "en": ("Actors", "Switch to"),
        "fr": ("Acteurs", "Passer au mode"),
    }
    assert all(word in home for word in words.pop(language))
    foreign = [word for each in words.values() for word in each]
    assert not any(word in home for word in foreign)


@pytest.mark.parametrize(
    ("language", "file", "words"),
    [
        ("en", "method.md", ("between 21 and 30 June 2024", "state media alone", "| refuted |")),
        (
            "fr",
            "methode.md",
            ("entre le 21 et le 30 juin 2024", "médias d'État seuls", "| réfuté |"),
        ),
        ("de", "methode.md", ("zwischen dem 21. und dem 30. Juni 2024", "| widerlegt |")),
    ],
)
def test_method_is_told_in_the_words_of_the_site(language, file, words, tmp_path):
    begin(tmp_path / "d", "--language", language)
    text = (tmp_path / "d/docs" / file).read_text(encoding="utf-8")
    assert "$" not in text, "a word was not filled in"
    assert [each for each in words if each not in text] == []


def test_workflows_and_settings_are_valid_yaml(tmp_path):
    begin(tmp_path / "d")
    for name in (".github/workflows/site.yml", ".gitlab-ci.yml"):
        assert yaml.safe_load((tmp_path / "d" / name).read_text())
    assert "/dossier/fulltext/" in (tmp_path / "d/.gitignore").read_text()


def test_folder_with_files_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    done = begin(tmp_path)
    assert done.exit_code == 1
    assert "it holds 'notes.txt'" in done.output
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_empty_repository_may_be_begun_in(tmp_path):
    (tmp_path / "d/.git").mkdir(parents=True)
    assert begin(tmp_path / "d").exit_code == 0
    assert (tmp_path / "d/.git").is_dir()


@pytest.mark.parametrize("title", ["", "   ", "a\nb", "x" * 101, "a\x07b", "\u202eb"])
def test_title_that_is_none_is_refused(title, tmp_path):
    done = begin(tmp_path / "d", "--title", title or " ")
    assert done.exit_code == 1
    assert "cannot be a title" in done.output
    assert not (tmp_path / "d").exists()


def test_licence_that_nobody_chose_is_left_open(tmp_path):
    begin(tmp_path / "d")
    assert load(tmp_path / "d/dossier").dossier.settings.licence is None
    begin(tmp_path / "e", "--licence", "cc-by")
    assert load(tmp_path / "e/dossier").dossier.settings.licence == "CC BY 4.0"


@pytest.mark.parametrize("theme", ["theme: readthedocs\n", "theme: mkdocs\n", ""])
def test_other_theme_is_refused_with_what_to_write(theme, tmp_path):
    begin(tmp_path / "d")
    (tmp_path / "d/mkdocs.yml").write_text(f"site_name: x\n{theme}plugins: [dossier]\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=tmp_path / "d",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "theme: {name: material}" in done.stderr
    assert "Traceback" not in done.stderr


def test_any_language_may_be_begun_in(tmp_path):
    done = begin(tmp_path / "d", "--language", "ja", "--title", "例")
    assert done.exit_code == 0, done.output
    loaded = load(tmp_path / "d/dossier")
    assert loaded.dossier.language == "ja"
    assert {each.level for each in check(loaded)} == {"info"}  # the site's words are English


def test_a_language_is_a_code(tmp_path):
    done = begin(tmp_path / "d", "--language", "../en")
    assert done.exit_code == 1
    assert "../en" in done.output
    assert not (tmp_path / "d").exists()
