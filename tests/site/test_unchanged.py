"""`mkdocs build` leaves the site of the last build as it is where nothing has changed."""

import logging
import os
from pathlib import Path

import pytest
from edited_project import write_project, write_settings
from mkdocs.__main__ import cli
from mkdocs.commands.build import build as build_within
from mkdocs.config import load_config

UNCHANGED = "Rien n'a changé"


@pytest.fixture
def project(tmp_path, monkeypatch):
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOSSIER_CACHE", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


class Said(logging.Handler):
    def __init__(self):
        super().__init__(logging.INFO)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


@pytest.fixture
def build(project):
    """Runs the command; gives its exit code and what it said."""
    logger = logging.getLogger("mkdocs")

    def run(*options):
        said = Said()
        logger.addHandler(said)
        code = 0
        try:
            cli.main(["build", *options], standalone_mode=False)
        except SystemExit as error:
            code = error.code
        finally:
            logger.removeHandler(said)
        return code, "\n".join(said.lines)

    return run


def test_nothing_is_written_and_all_is_said_again(project, build):
    _, first = build()
    written = (project / "site/index.html").stat().st_mtime_ns
    code, again = build()
    assert (code, UNCHANGED in again) == (0, True)
    assert (project / "site/index.html").stat().st_mtime_ns == written
    told = [line for line in first.splitlines() if "[fact-without-source]" in line]
    assert told
    assert all(line in again for line in told)


def rewrite(path, old, new):
    def change(project):
        file = project / path
        before = file.stat()
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


CHANGES = {
    "a record, its size and time as before": rewrite("dossier/actors/sud.yml", "Voisin", "Cousin"),
    "a hand-written page": rewrite("docs/note.md", "Port", "Ada"),
    "a page of the site, its size and time as before": rewrite("site/index.html", "<p", "<q"),
    "a page of the site that is gone": lambda project: (project / "site/index.html").unlink(),
    "a file too many": lambda project: (project / "site/more.txt").write_text("x"),
    "a setting": lambda project: write_settings(project, copyright="D"),
    "another command's answer": lambda project: write_settings(project, strict="true"),
    "the day": lambda project: os.environ.update(SOURCE_DATE_EPOCH="1700000000"),
    "the edition": lambda project: os.environ.update(DOSSIER_EDITION="un"),
    "a hook": lambda project: (
        (project / "hook.py").write_text("def on_env(env, **_):\n    pass\n"),
        write_settings(project, hooks="[hook.py]"),
    ),
    "a file of the dossier": lambda project: Path("dossier/map.geojson").write_text("{}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_built_again_after_any_change(change, project, build, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    monkeypatch.setenv("DOSSIER_EDITION", "")
    build()
    _, said = build()
    assert UNCHANGED in said, "else this test shows nothing"
    change(project)
    _, said = build()
    assert UNCHANGED not in said


def test_a_hook_that_hears_of_nothing_is_built_with_each_time(project, build):
    (project / "hook.py").write_text("import os\n")
    write_settings(project, hooks="[hook.py]")
    for _ in range(2):
        code, said = build()
        assert (code, UNCHANGED in said) == (0, False)


def test_a_warning_is_counted_each_time(project, build):
    (project / "docs/note.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    for _ in range(2):
        assert build()[0] == 0
    for _ in range(2):
        code, said = build("--strict")
        assert code == 1
        assert UNCHANGED not in said


def test_a_build_within_another_program_does_not_end_it(project, build):
    build()
    written = Path("site/index.html").stat().st_mtime_ns
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build_within(config)
    config.plugins.on_shutdown()
    assert Path("site/index.html").stat().st_mtime_ns > written


def test_only_files_that_changed_are_written(project, build):
    build()
    times = {path: path.stat().st_mtime_ns for path in Path("site").rglob("*") if path.is_file()}
    contents = {path: path.read_bytes() for path in times}
    record = project / "dossier/actors/gazette.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Un journal", "Un quotidien"))
    build()
    written = {path for path in times if path.stat().st_mtime_ns != times[path]}
    changed = {path for path in times if path.read_bytes() != contents[path]}
    assert Path("site/acteurs/gazette/index.html") in changed
    assert Path("site/acteurs/sud/index.html") not in written
    assert changed <= written
    assert len(written) < len(times) / 2
    assert not list(Path("site").glob(".*")), "nothing is left of what was set aside"


def test_a_page_that_was_changed_by_hand_is_mended_beside_another_change(project, build):
    build()
    page = Path("site/acteurs/sud/index.html")
    content = page.read_bytes()
    rewrite(page, "<p", "<q")(project)
    rewrite("dossier/actors/gazette.yml", "Un journal", "Un quotidien")(project)
    build()
    assert page.read_bytes() == content


def test_a_link_in_the_site_is_no_file_of_the_last_build(project, build):
    build()
    page = Path("site/acteurs/sud/index.html")
    copy = project / "copy.html"
    page.rename(copy)
    page.symlink_to(copy)
    build()
    assert not page.is_symlink()
    assert page.read_bytes() == copy.read_bytes()


def test_what_a_killed_build_set_aside_is_swept_away(project, build):
    left = Path("site/.dossier-before-1")
    left.mkdir(parents=True)
    (left / "index.html").write_text("old")
    build()
    assert not left.exists()
