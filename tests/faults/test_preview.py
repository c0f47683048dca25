"""`mkdocs serve` while files are broken, mended, deleted and renamed, one by one and in bursts."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import lxml.html
import pytest

EDITS = int(os.environ.get("PREVIEW_EDITS", "14"))
BROKEN = ("oups: [\n", "\tx: 1\n", "kind: nothing\n", "a: 1\na: 2\n", "\x00")


class Preview:
    """A running preview, and what it has said."""

    def __init__(self, project, temporary):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            host = f"127.0.0.1:{probe.getsockname()[1]}"
        self.address, self.log = f"http://{host}/", project.parent / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host],
                cwd=project,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def read(self, path=""):
        """A page as it is served, its status and text; waits while the preview builds."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def wait(self, condition, what, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.process.poll() is None, self.said()
            try:
                if condition():
                    return
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.1)
        raise AssertionError(f"{what}\n{self.said()[-3000:]}")

    def count_builds(self):
        return len(re.findall("Reloading browsers", self.said()))


@pytest.fixture
def preview(project, tmp_path):
    temporary = tmp_path / "tmp"
    temporary.mkdir(exist_ok=True)
    running = Preview(project, temporary)
    running.wait(lambda: "Serving on" in running.said(), "the preview did not start")
    yield running
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(timeout=30)
    assert list(temporary.iterdir()) == [], "the temporary folder is empty at the end"
    assert "Traceback" not in running.said(), running.said()
    assert "n'a pas pu être refait" not in running.said(), running.said()


def edit(project, chance, kept):
    """One random edit; gives what it was. `kept` holds each file's good content, by path."""
    name = chance.choice(sorted(kept))
    file = project / name
    how = chance.choice(["break", "break", "mend", "mend", "delete", "rename", "cut", "change"])
    match how:
        case "break":
            file.write_text(kept[name] + chance.choice(BROKEN), encoding="utf-8")
        case "cut":
            file.write_text(kept[name][: chance.randrange(len(kept[name]))], encoding="utf-8")
        case "delete":
            file.unlink(missing_ok=True)
        case "rename" if file.exists():
            file.replace(file.with_stem(f"{file.stem}-{chance.randrange(3)}"))
        case "change" if file.suffix != ".md":
            file.write_text(f"{kept[name]}# {chance.random()}\n", encoding="utf-8")
        case _:
            file.write_text(kept[name], encoding="utf-8")
    return f"{how} {name}"


def mend(project, kept):
    for folder in ("dossier", "docs"):
        for file in (project / folder).rglob("*.*"):
            if file.is_file() and file.relative_to(project).as_posix() not in kept:
                file.unlink()
    for name, text in kept.items():
        (project / name).write_text(text, encoding="utf-8")


def read_article(html):
    (article,) = lxml.html.fromstring(html).iter("article")
    for address in article.xpath(".//p[@class='d-print']"):  # for paper: that of the preview
        address.drop_tree()
    return " ".join(lxml.html.tostring(article, encoding="unicode").split())


def test_preview_outlives_random_edits_and_ends_in_the_right_state(project, preview, run, tmp_path):
    kept = {
        file.relative_to(project).as_posix(): file.read_text(encoding="utf-8")
        for folder in ("dossier", "docs")
        for file in sorted((project / folder).rglob("*.*"))
        if file.is_file()
    }
    chance = random.Random(8)
    for number in range(EDITS):
        before = preview.count_builds()
        states = {name: _state(project / name) for name in kept}
        done = [edit(project, chance, kept) for _ in range(chance.choice([1, 1, 1, 8]))]
        if states != {name: _state(project / name) for name in kept}:
            preview.wait(lambda: preview.count_builds() > before, f"no build after {done}")  # noqa: B023
        assert preview.read("note/")[0] in (200, 404), (number, done)
    before = preview.count_builds()
    kept["dossier/topics/paix.yml"] += "description: La fin.\n"
    mend(project, kept)
    preview.wait(lambda: "La fin." in preview.read("themes/paix/")[1], "the last state is shown")
    preview.wait(lambda: "d-banner" not in preview.read("note/")[1], "all is mended")

    cold = run("mkdocs", "build", "--strict", "--site-dir", tmp_path / "cold", cwd=project)
    assert cold.returncode == 0, cold.stderr
    for page in (tmp_path / "cold").rglob("index.html"):
        path = page.parent.relative_to(tmp_path / "cold").as_posix().removeprefix(".")
        status, html = preview.read(f"{path}/" if path else "")
        assert status == 200, path
        assert read_article(html) == read_article(page.read_text(encoding="utf-8")), path
    for cards in ("assets/dossier/cards/0.json", "assets/dossier/cards/index.json"):
        assert preview.read(cards)[1] == (tmp_path / "cold" / cards).read_text(encoding="utf-8")
    entry = "pagefind/pagefind-entry.json"
    index = (tmp_path / "cold" / entry).read_text(encoding="utf-8")
    preview.wait(lambda: preview.read(entry)[1] == index, "the search is that of the last state")


def _state(file):
    return file.read_bytes() if file.is_file() else None


@pytest.mark.parametrize("name", ["dossier/dossier.yml", "dossier/articles/depeche.md"])
def test_preview_starts_beside_a_broken_file_and_follows_its_mending(project, tmp_path, name):
    good = (project / name).read_text(encoding="utf-8")
    (project / name).write_text("oups: [\n", encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    preview = Preview(project, tmp_path / "tmp")
    try:
        preview.wait(lambda: f"{name}:1:" in preview.read("note/")[1], "the problem is shown")
        (project / name).write_text(good, encoding="utf-8")
        preview.wait(lambda: "d-banner" not in preview.read("note/")[1], "the mending is shown")
        assert preview.read("acteurs/anne-martin/")[0] == 200
    finally:
        preview.process.send_signal(signal.SIGTERM)
        preview.process.wait(timeout=30)
    assert "Traceback" not in preview.said()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_an_edit_during_the_first_build_is_not_lost(project, tmp_path):
    record = project / "dossier/topics/paix.yml"
    hook = f"""
from pathlib import Path

def on_post_build(**_):
    file = Path({str(record)!r})
    if "La fin." not in file.read_text():
        file.write_text(file.read_text() + "description: La fin.\\n")
"""
    (project / "hook.py").write_text(hook, encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    preview = Preview(project, tmp_path / "tmp")
    try:
        preview.wait(lambda: "La fin." in preview.read("themes/paix/")[1], "the edit is shown")
    finally:
        preview.process.send_signal(signal.SIGTERM)
        preview.process.wait(timeout=30)
