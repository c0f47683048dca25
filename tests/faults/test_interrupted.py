"""Every command that writes, stopped before each single change that it makes to the disk.

A kill (SIGKILL, a power cut) and an interrupt (Ctrl-C): the dossier is as it was or as it should
be, the next command says nothing of it, and the same command can be given again.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.source import load
from mkdocs_dossier.source.write import move_folder

FULL = "Anne Martin « veut la paix », a dit la dépêche. Bob Dupont l'a vue à Pékin."
ARTICLE = (
    "Le pont de Pékin est ouvert\n\nPublié le 4 juillet 2023\n\n"
    "Le pont a ouvert lundi, a dit Anne Martin. Il a plu toute la nuit sur la ville.\n"
)
MORE = {
    "full/texte.txt": FULL,
    "article.txt": ARTICLE,
    "dossier/actors/anne.yml": "kind: person\nname: Anne M.\nsummary: La même.\ntags: [b, a]\n",
    "dossier/actors/boris.yml": "kind: person\nname: Boris\nstart:   '1950'\nsummary: Il.\n",
    "dossier/topics/guerre.yml": "name: Guerre\nkind: concept\nsummary: Non.\n"
    "about: [anne]\ntags: [z, b]\n",
    "dossier/addresses.txt": "acteurs/anne/\nacteurs/bob/\n",
    "schema/actors.json": "{}\n",
}
# Words of the command, and whether what it writes is one thing: all of it, or nothing.
VERBS = {
    "new": (("new", "person", "Wang Yi", "--summary", "Ministre."), True),
    "import": (("import", "article.txt", "--id", "pont"), False),
    "rename": (("rename", "anne", "anna-m"), True),
    "merge": (("merge", "anne", "anne-martin"), True),
    "fix": (("check", "--fix"), True),
    "verify": (("verify", "--full-text", "full"), True),
    "addresses": (("addresses", "--write"), True),
    "schema": (("schema", "--write", "schema"), False),
    "export": (("export", "--format", "csv", "--out", "data"), False),
    "diff": (("diff", "HEAD", "--output", "report.txt", "--fail-on", "never"), True),
}
BOTH = frozenset({"new", "import", "rename", "merge", "fix"})
MOST = 120
EVERY = {("rename", "kill"): 1, ("import", "kill"): 2, ("rename", "interrupt"): 5}
CHANGES = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.move"}
)


def stop_at(step, how, project):
    """Stop this process before its change number `step` to a file of the project."""
    left = step

    def watch(event, words):
        nonlocal left
        if event not in CHANGES or not isinstance(words[0], str | bytes | os.PathLike):
            return
        if event == "open" and not (words[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return
        path = Path(os.path.abspath(os.fsdecode(words[0])))  # noqa: PTH100 - says nothing to hooks
        if project not in path.parents or ".git" in path.parts or ".cache" in path.parts:
            return
        left -= 1
        if left == -1:
            if how == "kill":
                os._exit(9)
            raise KeyboardInterrupt

    sys.addaudithook(watch)


def in_child(act, step, how, folder):
    """The exit code of an act that is stopped at a step: 9, or 0 where it came to an end.

    In a process of its own, that is this one once more: nothing has to be imported.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 70
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        stop_at(step, how, folder)
        act()
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code)


def run_stopped(step, how, project, words):
    """The exit code of a command, which is 1 after an interrupt."""

    def act():
        os.chdir(project)
        main(list(words), standalone_mode=True)

    return in_child(act, step, how, project)


@pytest.fixture
def world(project, monkeypatch):
    """A project under git, with something for each command to do."""
    for name, text in MORE.items():
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    article = project / "dossier/articles/depeche.md"
    hash_ = hashlib.sha256(FULL.encode()).hexdigest()
    article.write_text(
        article.read_text(encoding="utf-8").replace(
            "summary:", f"full_text_sha256: {hash_}\nsummary:", 1
        ),
        encoding="utf-8",
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "Essai"),
    ):
        subprocess.run(["git", *words], cwd=project, check=True)
    return project


def read(project):
    """What the project holds, but for hidden files; a folder counts only with a file in it."""
    return {
        name: file.read_bytes()
        for file in sorted(project.rglob("*"))
        if file.is_file()
        and not (name := file.relative_to(project).as_posix()).startswith(".git/")
        and not any(part.startswith(".") for part in Path(name).parts)
    }


def find_leftovers(project):
    found = (each.relative_to(project).as_posix() for each in project.rglob("*.tmp"))
    return [each for each in found if not each.startswith(".git/")]


@pytest.mark.parametrize(
    ("verb", "how"),
    [
        (verb, how)
        for verb in VERBS
        for how in ("kill", "interrupt")
        if verb in BOTH or how == "kill"
    ],
)
def test_a_command_stopped_before_any_change_leaves_the_dossier_whole(verb, how, world, tmp_path):
    words, whole = VERBS[verb]
    done = tmp_path / "done"
    shutil.copytree(world, done)
    assert run_stopped(10_000, how, done, words) == 0
    before, after = read(world), read(done)
    assert before != after
    every = EVERY.get((verb, how), 2 if whole else 9)
    for step in (*range(0, MOST, every), 10_000):
        tried = tmp_path / f"{how}-{step}"
        unneeded = () if verb == "diff" else (".git",)
        shutil.copytree(world, tried, ignore=shutil.ignore_patterns(*unneeded))
        code = run_stopped(step, how, tried, words)
        if code == 0:
            break
        assert code == (9 if how == "kill" else 1)
        # the next command of any kind settles what was half done
        assert CliRunner().invoke(main, ["coverage", "--dossier", str(tried / "dossier")]).output
        assert [each for each in load(tried / "dossier").problems if each.level == "error"] == []
        found = read(tried)
        if whole:
            assert found in (before, after), step
        for name, content in found.items():
            assert content in (before.get(name), after.get(name)), name
        if how == "interrupt":
            assert find_leftovers(tried) == []
        if found != after and step % 6 == 0:
            assert run_stopped(10_000, how, tried, words) == 0
            assert read(tried) == after, step
        shutil.rmtree(tried)
    assert step > 1


@pytest.mark.parametrize("how", ["kill", "interrupt"])
def test_an_edition_is_there_whole_or_not_at_all(how, tmp_path):
    for step in range(100):
        made, out = tmp_path / f"made-{step}", tmp_path / f"{step}" / "2026-11"
        for name in ("a", "b/c"):
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_text(name, encoding="utf-8")
        out.parent.mkdir()
        code = in_child(lambda: move_folder(made, out), step, how, out.parent)  # noqa: B023
        if code == 0:
            break
        assert code == (9 if how == "kill" else 70)
        assert not out.exists()
    assert step > 0
    assert (out / "b/c").read_text(encoding="utf-8") == "b/c"


def test_a_change_of_many_files_killed_at_any_moment_is_undone(world, tmp_path):
    """By the clock and from outside, as a machine does it: in the middle of writing, too."""
    for number in range(60):
        text = f"kind: concept\nname: Notion {number}\nsummary: De [[anne]].\n"
        (world / f"dossier/topics/notion-{number}.yml").write_text(text, encoding="utf-8")
    before = read(world)
    command = [sys.executable, "-m", "mkdocs_dossier", "rename", "anne", "anna-m"]
    for delay in (0.0, 0.005, 0.03):
        tried = tmp_path / f"{delay}"
        shutil.copytree(world, tried)
        running = subprocess.Popen(command, cwd=tried, stdout=subprocess.DEVNULL)
        while running.poll() is None and not (tried / "dossier/.changes.json").exists():
            time.sleep(0.001)
        time.sleep(delay)
        running.send_signal(signal.SIGKILL)
        running.wait()
        CliRunner().invoke(main, ["coverage", "--dossier", str(tried / "dossier")])
        found = read(tried)
        assert found == before or "dossier/actors/anna-m.yml" in found
        if found != before:
            assert not any(b"[[anne]]" in content for content in found.values())
        assert find_leftovers(tried) == []
