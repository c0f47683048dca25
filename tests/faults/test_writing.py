"""Files that a verb writes: the old content or the new, whatever happens meanwhile."""

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mkdocs_dossier.source.write import write_file

FULL = "Le texte entier. « L'amitié resterait forte », a-t-il dit.\n"
FILES = {
    "dossier.yml": "title: Essai\nlanguage: fr\n",
    "articles/un.md": "---\ntitle: A\noutlet: null\ndate: 2024\nsummary: A.\nfull_text_sha256: "
    f"{hashlib.sha256(FULL.encode()).hexdigest()}\n---\nIl dit que « resterait forte ».\n",
    "topics/amitie.yml": "kind: concept\nname: Amitié\nsummary: N.\n"
    "sources:\n  - article: un\n    quote: resterait forte\n",
}
OLD = "quotes: []\n"
VERBS = {
    "verified.yml": ("verify", "--full-text", "full"),
    "addresses.txt": ("addresses", "--write"),
    "schemas/actors.json": ("schema", "--write", "dossier/schemas"),
}
WRITER = """
import itertools, sys
from pathlib import Path
from mkdocs_dossier.source.write import write_file
print("ready", flush=True)
for letter in itertools.cycle((b"a", b"b")):
    write_file(Path(sys.argv[1]), letter * 3_000_000)
"""


@pytest.fixture
def folder(tmp_path):
    """A dossier in its project; the private texts lie in `full/`."""
    dossier = tmp_path / "project/dossier"
    for name, text in FILES.items():
        (dossier / name).parent.mkdir(parents=True, exist_ok=True)
        (dossier / name).write_text(text, encoding="utf-8")
    (dossier / "schemas").mkdir()
    (tmp_path / "project/full").mkdir()
    (tmp_path / "project/full/texte.txt").write_text(FULL, encoding="utf-8")
    return dossier


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_kill_leaves_the_old_or_the_new_and_the_next_writing_sweeps(tmp_path):
    file = tmp_path / "verified.yml"
    file.write_bytes(b"a" * 3_000_000)
    moments = random.Random(8)
    for _ in range(6):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, file], stdout=subprocess.PIPE)
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0, 0.05))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        content = file.read_bytes()
        assert content in (b"a" * 3_000_000, b"b" * 3_000_000)
    write_file(file, b"c")
    assert (names(tmp_path), file.read_bytes()) == (["verified.yml"], b"c")


def test_two_processes_that_write_one_file_both_succeed(tmp_path):
    file = tmp_path / "verified.yml"
    program = WRITER.replace('itertools.cycle((b"a", b"b"))', "[sys.argv[2].encode()] * 10")
    writers = [
        subprocess.Popen([sys.executable, "-c", program, file, letter], stderr=subprocess.PIPE)
        for letter in "ab"
    ]
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    assert file.read_bytes() in (b"a" * 3_000_000, b"b" * 3_000_000)
    assert names(tmp_path) == ["verified.yml"]


@pytest.mark.parametrize("name", VERBS)
def test_a_link_is_not_followed(folder, run, tmp_path, name):
    other = tmp_path / "other"
    other.write_text("", encoding="utf-8")
    (folder / name).symlink_to(other)
    done = run("mkdocs_dossier", *VERBS[name], cwd=folder.parent)
    assert done.returncode == 1
    assert f"dossier/{name}" in done.stdout + done.stderr
    assert "lien" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert other.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("name", VERBS)
def test_a_folder_that_may_not_be_written_is_one_line(folder, run, name):
    place = (folder / name).parent
    (folder / name).write_text(OLD, encoding="utf-8")
    place.chmod(0o555)
    done = run("mkdocs_dossier", *VERBS[name], cwd=folder.parent, powerless=True)
    place.chmod(0o755)
    assert done.returncode == 1
    assert f"dossier/{name}: ce fichier ne peut pas être écrit (Permission denied)" in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / name).read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize("name", VERBS)
def test_a_full_disk_changes_nothing_and_is_one_line(folder, run, small_disk, name):
    place, limit, reason = folder, 8, "File too large"
    if small_disk is not None:
        place = Path(shutil.copytree(folder, small_disk / "dossier"))
        limit, reason = 0, "No space left on device"
    (place / name).write_text(OLD, encoding="utf-8")
    if small_disk is not None:
        fill(small_disk / "filler")
    before = names((place / name).parent)
    words = [word.replace("dossier/", f"{place}/") for word in VERBS[name]]
    done = run("mkdocs_dossier", *words, "--dossier", place, cwd=folder.parent, limit=limit)
    assert done.returncode == 1
    assert f"{name}: ce fichier ne peut pas être écrit ({reason})" in done.stderr
    assert "Traceback" not in done.stderr
    assert (place / name).read_text(encoding="utf-8") == OLD
    assert names((place / name).parent) == before


def fill(file):
    """Take all that the file's disk has left."""
    with file.open("wb", buffering=0) as out:
        for size in (65536, 4096):
            try:
                while out.write(bytes(size)):
                    pass
            except OSError:
                continue


def test_kept_addresses_that_cannot_be_read_are_not_forgotten(folder, run):
    kept = b"acteurs/parti/\nth\xe8mes/\n"
    (folder / "addresses.txt").write_bytes(kept)
    done = run("mkdocs_dossier", "addresses", "--write", cwd=folder.parent)
    assert done.returncode == 1
    assert "dossier/addresses.txt:2:3: error:" in done.stdout
    assert (folder / "addresses.txt").read_bytes() == kept


@pytest.mark.parametrize("broken", ["topics/amitie.yml", "verified.yml"])
def test_verified_quotes_of_a_file_that_cannot_be_read_are_not_forgotten(folder, run, broken):
    run("mkdocs_dossier", *VERBS["verified.yml"], cwd=folder.parent)
    with (folder / broken).open("a", encoding="utf-8") as file:
        file.write("oups: [\n")
    before = (folder / "verified.yml").read_bytes()
    done = run("mkdocs_dossier", *VERBS["verified.yml"], cwd=folder.parent)
    assert done.returncode == 1
    assert f"dossier/{broken}:" in done.stdout
    assert (folder / "verified.yml").read_bytes() == before


def test_a_full_text_that_may_not_be_read_is_named(folder, run):
    text = folder.parent / "full/texte.txt"
    text.chmod(0)
    done = run("mkdocs_dossier", *VERBS["verified.yml"], cwd=folder.parent, powerless=True)
    assert done.returncode == 1
    assert done.stderr == "Error: full/texte.txt: Permission denied\n"


def test_a_full_disk_under_the_output_is_one_line(folder):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs_dossier", "addresses"],
            cwd=folder.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode
    assert "Traceback" not in done.stderr
