"""What the folder of a dossier may hold, and be: always problems, never a traceback."""

import os

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

TOPIC = "kind: concept\nname: A\nsummary: Une notion.\n"


def test_dossier_without_records_is_clean(dossier, check):
    assert check() == ([], 0)


def test_folder_that_does_not_exist(dossier, check):
    [line], code = check("--dossier", "ailleurs")
    assert line.startswith("ailleurs/dossier.yml:1:1: error: no such file")
    assert line.endswith("[file]")
    assert code == 1


def test_folder_without_its_file(dossier, check):
    (dossier / "dossier.yml").unlink()
    [line], code = check()
    assert line.startswith("dossier/dossier.yml:1:1: error: no such file")
    assert code == 1


def test_a_file_in_place_of_the_folder(dossier, check):
    [line], code = check("--dossier", "dossier/dossier.yml")
    assert line.startswith("dossier/dossier.yml/dossier.yml:1:1: error: ")
    assert code == 1


def test_summary_is_not_on_standard_output(dossier):
    done = CliRunner().invoke(main, ["check"])
    assert done.stdout == ""
    assert done.stderr.endswith(" règles : aucun problème\n")


def test_links_are_not_followed_wherever_they_lead(dossier, check):
    (dossier.parent / "secret.yml").write_text(TOPIC)
    (dossier.parent / "lieux").mkdir()
    (dossier.parent / "lieux" / "a.yml").write_text(TOPIC)
    (dossier / "topics" / "a.yml").symlink_to(dossier.parent / "secret.yml")
    (dossier / "topics" / "b.yml").symlink_to("nulle-part.yml")
    (dossier / "topics" / "c.yml").symlink_to("c.yml")
    (dossier / "topics" / "d.yml").symlink_to("../dossier.yml")
    (dossier / "topics" / "portrait.jpg").symlink_to("../dossier.yml")
    (dossier / "topics" / "sous").symlink_to("..")
    (dossier / "places").symlink_to(dossier.parent / "lieux")
    (dossier / "addresses.txt").symlink_to(dossier.parent / "secret.yml")
    (dossier / "verified.yml").symlink_to("nulle-part.yml")
    (dossier / "vocabulary.yml").symlink_to(dossier.parent / "secret.yml")
    lines, code = check()
    paths = ("addresses.txt", "places", "topics/a.yml", "topics/b.yml", "topics/c.yml")
    paths = (*paths, "topics/d.yml", "topics/portrait.jpg", "topics/sous")
    assert [line.partition(": error: c'est un lien ")[0] for line in lines] == [
        f"dossier/{path}:1:1" for path in (*paths, "verified.yml", "vocabulary.yml")
    ]
    assert code == 1


def test_a_dossier_that_is_a_link_is_not_read(dossier, check):
    (dossier / "topics" / "a.yml").write_text("[")
    dossier.rename(dossier.parent / "ailleurs")
    dossier.symlink_to("ailleurs")
    [line], _ = check()
    assert line.startswith("dossier:1:1: error: this is a link ")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("acteurs/a.yml", "« acteurs » n'est pas un dossier de fiches ; … « actors » ?"),
        ("événements/a.yml", "« événements » n'est pas un dossier de fiches ; … « events » ?"),
        ("event/a.yml", "« event » n'est pas un dossier de fiches ; … « events » ?"),
        ("a.yml", "ce fichier n'est pas lu à cet endroit"),
        ("dossier.yaml", "ce fichier n'est pas lu à cet endroit"),
        ("topics/a.yml.txt", "son nom doit finir par « .yml »"),
        ("topics/a.yaml", "son nom doit finir par « .yml »"),
        ("topics/a.md", "son nom doit finir par « .yml »"),
        ("topics/a", "son nom doit finir par « .yml »"),
        ("articles/a.yml", "son nom doit finir par « .md »"),
        ("notes.docx", "ni une fiche (.yml), ni un article (.md), ni une image"),
    ],
)
def test_nothing_is_ignored_in_silence(dossier, check, name, message):
    (dossier / name).parent.mkdir(exist_ok=True)
    (dossier / name).write_text(TOPIC)
    (dossier / "topics/b.yml").write_text(TOPIC + "about: [a]\n")
    lines, code = check()
    found = [line for line in lines if line.endswith("[file]")]
    assert len(found) == 1
    assert found[0].startswith(f"dossier/{name}:1:1: error: ")
    for part in message.split("…"):
        assert part in found[0]
    assert code == 1
    assert lines == found or not name.startswith("topics/a"), "a reference to it is no second error"


def test_folders_too_deep_and_files_too_large(dossier, check):
    deep = dossier / "topics/1/2/3/4/5"
    (deep / "6/7/8").mkdir(parents=True)
    (deep / "a.yml").write_text(TOPIC)
    with (dossier / "portrait.png").open("wb") as file:
        file.truncate(5_000_001)
    lines, _ = check()
    assert [line.partition(" ; ")[0] for line in lines] == [
        "dossier/portrait.png:1:1: error: ce fichier dépasse 5 Mo [file]",
        "dossier/topics/1/2/3/4/5/6:1:1: error: ce dossier est trop profond : 6 dossiers l'un dans"
        " l'autre au plus",
    ]


def test_links_and_pipes_in_docs_are_errors(dossier, check):
    docs = dossier.parent / "docs"
    (docs / "sous").mkdir(parents=True)
    (docs / "a.md").write_text("# A\n")
    (docs / ".#a.md").symlink_to("quelqu'un@ici.123")  # an editor's lock
    assert check() == ([], 0)
    (docs / "b.md").symlink_to("/etc/hostname")
    (docs / ".c").symlink_to("/")
    (docs / "sous/d").symlink_to("..")
    os.mkfifo(docs / "sous/e.md")
    lines, code = check()
    assert [line.partition(": error: c")[0] for line in lines] == [
        f"docs/{path}:1:1" for path in (".c", "b.md", "sous/d", "sous/e.md")
    ]
    assert code == 1
    assert check("--docs", "nulle-part") == ([], 0)


def test_things_that_are_no_files(dossier, check):
    (dossier / "topics" / "a.yml").mkdir()
    os.mkfifo(dossier / "topics" / "b.yml")
    lines, _ = check()
    assert len(lines) == 2
    assert all(": error: ce n'est pas un fichier" in line for line in lines)


def test_hidden_and_backup_files_are_no_content(dossier, check):
    for name in (".a.yml", "a.yml~", "#a.yml#", "a.yml.orig"):
        (dossier / "topics" / name).write_text("[")
    assert check() == ([], 0)


def test_subfolders_are_read(dossier, check):
    (dossier / "topics" / "un" / "deux").mkdir(parents=True)
    (dossier / "topics" / "un" / "deux" / "a.yml").write_text(TOPIC + "note: x\n")
    [line], _ = check()
    assert line.startswith("dossier/topics/un/deux/a.yml:4:1: error: champ inconnu « note »")


def test_names_that_would_break_the_line(dossier, check):
    (dossier / "topics" / "a\nb.yml").write_text(TOPIC)
    (dossier / "topics" / os.fsdecode(b"\xff.yml")).write_text(TOPIC.replace("A", "B"))
    lines, _ = check()
    assert len(lines) == 2
    assert all(line.endswith("[invalid-id]") for line in lines)
