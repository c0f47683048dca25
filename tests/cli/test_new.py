"""`dossier new`: a file that is right from the start, and overwrites nothing."""

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.curate.new import SORTS

FILES = {
    "actors/chine.yml": "kind: state\nname: Chine\naliases: [RPC]\nsummary: S.\n",
    "actors/xinhua.yml": "kind: media\nname: Xinhua\ncontrol: state\nsummary: S.\n",
    "topics/casse.yml": "[",
}
OPTIONS = {
    "event": ("--kind", "rencontre", "--date", "21 mars 2024"),
    "place": ("--kind", "city"),
    "topic": ("--kind", "traité"),
    "article": ("--outlet", "xinhua", "--date", ""),
}


@pytest.fixture
def folder(write_dossier, monkeypatch):
    folder = write_dossier(FILES)
    monkeypatch.chdir(folder.parent)
    return folder


def run(*words, typed=""):
    return CliRunner().invoke(main, ["new", *words], input=typed)


@pytest.mark.parametrize("sort", SORTS)
def test_new_file_is_right_from_the_start(folder, sort):
    name = "L'été : « Zhou » & <fils> #1"
    done = run(sort, name, "--summary", 'Il a dit : "oui" #2.', *OPTIONS.get(sort, ()))
    assert done.exit_code == 0, done.output
    [file] = folder.glob("*/l-ete-zhou-fils-1.*")
    assert file.as_posix().endswith(done.stdout.split()[0].removeprefix("dossier"))
    checked = CliRunner().invoke(main, ["check"]).stdout.splitlines()
    errors = [line for line in checked if f"/{file.name}:" in line and ": error: " in line]
    assert errors == []
    text = file.read_text(encoding="utf-8")
    header = text.split("---\n")[1] if file.suffix == ".md" else text
    data = yaml.load(header, Loader=yaml.BaseLoader)
    assert data["title" if sort == "article" else "name"] == name
    assert data["summary"] == 'Il a dit : "oui" #2.'
    assert "\n## " in header


def test_words_are_taken_as_people_write_them(folder):
    assert run("event", "Entretien", "--summary", "S.", *OPTIONS["event"]).exit_code == 0
    data = yaml.load((folder / "events/entretien.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert (data["kind"], data["date"]) == ("meeting", "2024-03-21")


def test_what_is_not_given_is_asked_for(folder):
    done = run("event", "Entretien", typed="visit\n2024-03\nUne visite.\n")
    assert done.exit_code == 0, done.output
    text = (folder / "events/entretien.yml").read_text("utf-8")
    assert text.startswith(
        "kind: visit\nname: Entretien\ndate: 2024-03\nsummary: >-\n  Une visite.\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("person", "rpc"), "« rpc » est déjà le nom de « chine »"),
        (("topic", "Casse", "--kind", "treaty"), "l'identifiant « casse » sert déjà"),
        (("person", "X", "--id", "chine"), "l'identifiant « chine » sert déjà"),
        (("person", "王毅"), "donnez-en un par --id"),
        (("person", "X", "--id", "../x"), "« ../x » ne peut pas être un identifiant"),
        (("person", "Nul"), "« nul » est réservé, sur le site ou sous Windows"),
        (("person", "mot " * 40), "ne peut pas être un identifiant ; donnez-en un par --id"),
        (("topic", "X", "--kind", "zzz"), "genre inconnu « zzz » ; au choix : treaty (traité)"),
        (("event", "X", "--kind", "visit", "--date", "03/04/2024"), "n'est pas une date"),
        (("article", "X", "--date", "2024", "--outlet", "afp"), "au choix : xinhua"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(folder, words, message):
    before = {file: file.read_bytes() for file in folder.rglob("*.*")}
    done = run(*words, "--summary", "S.")
    assert "Traceback" not in done.output
    assert done.exit_code == 1
    assert message in done.output
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before


def test_a_folder_that_is_no_dossier_gets_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("person", "Wang Yi", "--summary", "S.")
    assert done.exit_code == 1
    assert "dossier/dossier.yml:1:1: error: " in done.output
    assert list(tmp_path.rglob("*")) == []


def test_an_editor_is_led_to_the_schema_where_there_is_one(folder):
    CliRunner().invoke(main, ["schema", "--write", "schema"])
    run("person", "Wang Yi", "--summary", "S.")
    first = (folder / "actors/wang-yi.yml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schema/actors.json"
    assert (folder / "actors" / first.partition("=")[2]).resolve().is_file()
