"""The characters of files: their encoding, what no text holds, what is printed of them."""

import os
import subprocess
import sys

import pytest

from mkdocs_dossier.source import tree

TOPIC = "kind: concept\nname: A\nsummary: Une notion.\n"


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
def test_file_that_is_not_utf_8(dossier, check, raw, where):
    (dossier / "topics" / "a.yml").write_bytes(raw)
    [line], _ = check()
    assert line.startswith(f"dossier/topics/a.yml:{where}: error: ce fichier n'est pas en UTF-8")


def test_terminal_codes_in_data_are_not_printed(dossier, check):
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
def test_characters_that_no_text_holds(dossier, check, character, found):
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


def test_marks_of_direction_for_one_place_may_stand(dossier, check):
    (dossier / "topics/a.yml").write_text(TOPIC + "aliases: [\u200fא\u200e]\n")
    assert check() == ([], 0)


def test_output_is_utf_8_whatever_the_locale(dossier):
    (dossier / "topics" / "a.yml").write_text(TOPIC.replace("concept", "概念"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "mkdocs_dossier", "check"]
    done = subprocess.run(command, capture_output=True, env=environment)
    assert "概念" in done.stdout.decode("utf-8")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "name: Ada\nsummary: Été à Sud.\n",
        "name: 'L''été\n  long'\nsummary: |\n  Un.\n\n  Deux.\n",
        'name: "A\\u0301 \\x08 \\t b"\nsummary: x\n',
        "name: E\u0301te\u0301\n",
        "name: Un\u00a0mot\u202f; deux\n",
        "name: Un\u200bmot\nautre\u0301: x\n",
        "name: \u0301x\nlist: [a, \u0301b]\n",
    ],
)
def test_a_document_that_is_clean_is_read_as_if_it_were_not(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = tree.read_tree(text)
    monkeypatch.setattr(tree, "_is_clean", lambda text: False)
    slowly = tree.read_tree(text)
    assert (read.data, read.texts, read.faults) == (slowly.data, slowly.texts, slowly.faults)
