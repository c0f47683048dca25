"""What the files of a dossier may be, whatever they hold: always problems, never a traceback."""

import os
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

TOPIC = "kind: concept\nname: A\nsummary: Une notion.\n"


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    """An empty dossier in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "dossier"
    (folder / "topics").mkdir(parents=True)
    (folder / "dossier.yml").write_text("title: Essai\nlanguage: fr\n")
    return folder


def check(*arguments):
    """The lines of `dossier check` without those on records that nothing mentions, and its exit."""
    done = CliRunner().invoke(main, ["check", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    lines = done.stdout.splitlines()
    return [line for line in lines if not line.endswith("[unmentioned]")], done.exit_code


def test_dossier_without_records_is_clean(dossier):
    assert check() == ([], 0)


def test_folder_that_does_not_exist(dossier):
    [line], code = check("--dossier", "ailleurs")
    assert line.startswith("ailleurs/dossier.yml:1:1: error: fichier introuvable")
    assert line.endswith("[file]")
    assert code == 1


def test_folder_without_its_file(dossier):
    (dossier / "dossier.yml").unlink()
    [line], code = check()
    assert line.startswith("dossier/dossier.yml:1:1: error: fichier introuvable")
    assert code == 1


def test_a_file_in_place_of_the_folder(dossier):
    [line], code = check("--dossier", "dossier/dossier.yml")
    assert line.startswith("dossier/dossier.yml/dossier.yml:1:1: error: ")
    assert code == 1


def test_summary_is_not_on_standard_output(dossier):
    done = CliRunner().invoke(main, ["check"])
    assert done.stdout == ""
    assert done.stderr.endswith(" règles : aucun problème\n")


def test_links_are_not_followed_wherever_they_lead(dossier):
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


def test_a_dossier_that_is_a_link_is_not_read(dossier):
    (dossier / "topics" / "a.yml").write_text("[")
    dossier.rename(dossier.parent / "ailleurs")
    dossier.symlink_to("ailleurs")
    [line], _ = check()
    assert line.startswith("dossier:1:1: error: c'est un lien ")


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
def test_nothing_is_ignored_in_silence(dossier, name, message):
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


def test_folders_too_deep_and_files_too_large(dossier):
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


def test_links_and_pipes_in_docs_are_errors(dossier):
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


def test_things_that_are_no_files(dossier):
    (dossier / "topics" / "a.yml").mkdir()
    os.mkfifo(dossier / "topics" / "b.yml")
    lines, _ = check()
    assert len(lines) == 2
    assert all(": error: ce n'est pas un fichier" in line for line in lines)


def test_hidden_and_backup_files_are_no_content(dossier):
    for name in (".a.yml", "a.yml~", "#a.yml#", "a.yml.orig"):
        (dossier / "topics" / name).write_text("[")
    assert check() == ([], 0)


def test_subfolders_are_read(dossier):
    (dossier / "topics" / "un" / "deux").mkdir(parents=True)
    (dossier / "topics" / "un" / "deux" / "a.yml").write_text(TOPIC + "note: x\n")
    [line], _ = check()
    assert line.startswith("dossier/topics/un/deux/a.yml:4:1: error: champ inconnu « note »")


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b"kind: concept\nname: \xc9mile\n", "2:7"),
        (b"\xef\xbb\xbfname: \xe9\n", "1:7"),
        (b"kind: \xe5\x8c\x97\r\nname: \xe5\x8c\n", "2:7"),
        (TOPIC.encode("utf-16"), "1:1"),
    ],
    ids=["latin-1", "after a byte order mark", "cut in a character", "utf-16"],
)
def test_file_that_is_not_utf_8(dossier, raw, where):
    (dossier / "topics" / "a.yml").write_bytes(raw)
    [line], _ = check()
    assert line.startswith(f"dossier/topics/a.yml:{where}: error: ce fichier n'est pas en UTF-8")


def test_names_that_would_break_the_line(dossier):
    (dossier / "topics" / "a\nb.yml").write_text(TOPIC)
    (dossier / "topics" / os.fsdecode(b"\xff.yml")).write_text(TOPIC.replace("A", "B"))
    lines, _ = check()
    assert len(lines) == 2
    assert all(line.endswith("[invalid-id]") for line in lines)


def test_terminal_codes_in_data_are_not_printed(dossier):
    (dossier / "topics" / "a.yml").write_text('kind: "\\e[31mx"\nname: A\nsummary: B\n')
    lines, _ = check()
    assert [line.rpartition(" ")[2] for line in lines] == ["[unknown-id]", "[yaml]"]
    assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize(
    ("character", "found"),
    [
        ("\0", "U+0000"),
        ("\x07", "U+0007"),
        ("\x9b", "U+009B"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufdd0", "U+FDD0"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffe", "U+10FFFE"),
        ("\ufeff", "U+FEFF"),
    ],
)
def test_characters_that_no_text_holds(dossier, character, found):
    """As they are in a record and in an article, and written with a backslash."""
    (dossier / "articles").mkdir()
    (dossier / "topics/a.yml").write_text(TOPIC + f"description: Un {character}mot.\n")
    escaped = f"{ord(character):08x}"
    (dossier / "topics/b.yml").write_text(
        TOPIC.replace("A", "B") + f'description: "Un \\U{escaped}mot."\n'
    )
    (dossier / "articles/c.md").write_text(
        f"---\ntitle: C\noutlet: null\ndate: null\nsummary: Un.\n---\nUn\nmot {character}.\n"
    )
    lines, _ = check()
    assert [line.split(": error: ")[0] for line in lines] == [
        "dossier/articles/c.md:8:5",
        "dossier/topics/a.yml:4:17",
        "dossier/topics/b.yml:4:14",
    ]
    assert all(f"le caractère {found} est interdit" in line for line in lines)


def test_marks_of_direction_for_one_place_may_stand(dossier):
    (dossier / "topics/a.yml").write_text(TOPIC + "aliases: [\u200fא\u200e]\n")
    assert check() == ([], 0)


def test_nesting_aliases_and_size_are_bounded(dossier):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
    )
    texts = {
        "bombe": TOPIC + bomb,
        "crochets": TOPIC + "tags: " + "[" * 100_000,
        "mots": TOPIC + "about:\n" + "- un-mot\n" * 90_000,
        "profond": TOPIC + "tags: " + "[" * 60 + "]" * 60 + "\n",
        "soi": TOPIC + "tags: &t [*t]\n",
        "trop": TOPIC + "#" * 1_000_001,
    }
    for name, text in texts.items():
        (dossier / "topics" / f"{name}.yml").write_text(text.replace("A", name))
    start = time.monotonic()
    lines, _ = check()
    assert {line.split(":")[0].split("/")[-1] for line in lines} == {
        f"{name}.yml" for name in texts
    }
    assert time.monotonic() - start < 60


def test_a_dozen_broken_files_are_all_reported_in_one_run(dossier):
    broken = {
        "actors/a.yml": ("kind: person\nname: A\nsummary: Il dit : oui.\n", "3:10"),
        "actors/b.yml": ('kind: person\nname: "B\nsummary: Une personne.\n', "2:7"),
        "actors/c.yml": ("kind: persone\nname: C\nsummary: Une personne.\n", "1:7"),
        "actors/d.yml": ("kind: person\nnom: D\nname: D\nsummary: Une personne.\n", "2:1"),
        "actors/e.yml": ("kind: person\nname: E\nname: E\nsummary: Une personne.\n", "3:1"),
        "actors/f.yml": ("kind: person\nname: F\nstart: 1950-02-30\nsummary: X.\n", "3:8"),
        "actors/g.yml": ("kind: person\nname: G\nstart: 1950\nend: 1940\nsummary: X.\n", "4:6"),
        "actors/h.yml": ("kind: person\nname: H\ncountry: nulle-part\nsummary: X.\n", "3:10"),
        "events/i.yml": ("kind: visit\nname: I\ndate: [2024..2025]\nsummary: X.\n", "3:7"),
        "events/j.yml": ("kind: visit\n\tname: J\nsummary: X.\n", "2:1"),
        "topics/k.yml": ("kind: concept\nname: K\nsummary:\n", "3:9"),
        "topics/l.yml": ("kind: concept\nsummary: X.\n", "1:1"),
        "places/m.yml": ("- kind: city\n", "1:1"),
        "articles/n.md": ("title: N\n", "1:1"),
    }
    for name, (text, _) in broken.items():
        (dossier / name).parent.mkdir(exist_ok=True)
        (dossier / name).write_text(text)
    lines, code = check()
    assert [line.split(": error: ")[0] for line in lines] == [
        f"dossier/{name}:{where}" for name, (_, where) in sorted(broken.items())
    ]
    assert code == 1


def test_output_is_utf_8_whatever_the_locale(dossier):
    (dossier / "topics" / "a.yml").write_text(TOPIC.replace("concept", "概念"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "mkdocs_dossier", "check"]
    done = subprocess.run(command, capture_output=True, env=environment)
    assert "概念" in done.stdout.decode("utf-8")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
