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
    assert done.stderr == "Aucun problème.\n"


def test_link_out_of_the_dossier_is_not_followed(dossier):
    secret = dossier.parent / "secret.yml"
    secret.write_text(TOPIC)
    (dossier / "topics" / "a.yml").symlink_to(secret)
    [line], code = check()
    assert line.startswith("dossier/topics/a.yml:1:1: error: ")
    assert line.endswith("[file]")
    assert code == 1


def test_section_that_is_a_link_out_of_the_dossier(dossier):
    (dossier.parent / "lieux").mkdir()
    (dossier.parent / "lieux" / "a.yml").write_text(TOPIC)
    (dossier / "places").symlink_to(dossier.parent / "lieux")
    [line], _ = check()
    assert line.startswith("dossier/places/a.yml:1:1: error: ")


def test_links_that_lead_nowhere_or_round(dossier):
    (dossier / "topics" / "a.yml").symlink_to("nulle-part.yml")
    (dossier / "topics" / "b.yml").symlink_to("b.yml")
    lines, _ = check()
    assert [line.split(": ")[0] for line in lines] == [
        "dossier/topics/a.yml:1:1",
        "dossier/topics/b.yml:1:1",
    ]


def test_link_within_the_dossier_is_a_file_like_others(dossier):
    (dossier / "a.txt").write_text(TOPIC)
    (dossier / "topics" / "a.yml").symlink_to("../a.txt")
    assert check() == ([], 0)


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
    [line], _ = check()
    assert "\x1b" not in line
    assert line.endswith("[unknown-id]")


def test_nesting_aliases_and_size_are_bounded(dossier):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
    )
    texts = {
        "bombe": TOPIC + bomb,
        "crochets": TOPIC + "tags: " + "[" * 100_000,
        "mots": TOPIC + "tags:\n" + "- un mot\n" * 400_000,
        "profond": TOPIC + "tags: " + "[" * 60 + "]" * 60 + "\n",
        "soi": TOPIC + "tags: &t [*t]\n",
        "trop": TOPIC + "#" * 5_000_001,
    }
    for name, text in texts.items():
        (dossier / "topics" / f"{name}.yml").write_text(text.replace("A", name))
    start = time.monotonic()
    lines, _ = check()
    assert {line.split(":")[0].split("/")[-1] for line in lines} == {
        f"{name}.yml" for name in texts if name != "mots"
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
