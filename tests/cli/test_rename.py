"""`dossier rename`: every reference follows, nothing else changes, and all files or none do."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from cli_projects import read_all, run_killed, write_project
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import journal, load
from mkdocs_dossier.source.write import Unwritable

CASES = sorted((Path(__file__).parents[1] / "curate/cases/rename").glob("*.yml"))
FROZEN = Path(__file__).parents[1] / "dossiers/frozen"


def run(folder, *words):
    return CliRunner().invoke(main, ["rename", *words, "--dossier", str(folder)])


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_files_read_as_the_case_says(case, tmp_path):
    told = yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    folder = write_project(tmp_path, told["before"])
    before = read_all(tmp_path)
    old, new = told["rename"].split()
    dry = run(folder, old, new, "--dry-run")
    assert (dry.exit_code, read_all(tmp_path)) == (0, before), dry.output
    done = run(folder, old, new)
    assert done.exit_code == 0, done.output
    left = {name: text for name, text in told["before"].items() if name not in told["gone"]}
    expected = {"dossier/dossier.yml": "title: Essai\nlanguage: fr\n", **left, **told["after"]}
    after = {name: text.decode() for name, text in read_all(tmp_path).items()}
    assert after == expected


FILES = {
    "dossier/actors/chine.yml": "kind: state\nname: Chine\nsummary: S.\nformer_ids: [prc]\n",
    "dossier/actors/russie.yml": "kind: state\nname: Russie\nsummary: Voisine de [[chine]].\n",
}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("chin", "x"), "« chin » ; vouliez-vous dire « chine » ?"),
        (("chine", "russie"), "« russie » sert déjà (Russie)"),
        (("chine", "chine"), "« chine » sert déjà"),
        (("chine", "La Chine"), "par exemple la-chine"),
        (("chine", "../x"), "ne peut pas être un identifiant"),
        (("chine", "index"), "« index » est réservé"),
        (("russie", "prc"), "« prc » est un ancien identifiant de « chine »"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_changes(tmp_path, words, message):
    folder = write_project(tmp_path, FILES)
    before = read_all(tmp_path)
    done = run(folder, *words)
    assert done.exit_code == 1
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert read_all(tmp_path) == before


def test_a_dossier_with_errors_is_left_alone(tmp_path):
    folder = write_project(tmp_path, {**FILES, "dossier/actors/x.yml": "kind: state\n"})
    before = read_all(tmp_path)
    done = run(folder, "chine", "la-chine")
    assert (done.exit_code, read_all(tmp_path)) == (1, before)
    assert "actors/x.yml:1:1: error: " in done.stdout


def test_an_id_that_cannot_be_followed_is_placed(tmp_path):
    odd = r'part_of: "ch\x69ne"' + "\n"
    files = {**FILES, "dossier/actors/x.yml": f"kind: state\nname: X\nsummary: S.\n{odd}"}
    folder = write_project(tmp_path, files)
    before = read_all(tmp_path)
    done = run(folder, "chine", "la-chine")
    assert (done.exit_code, read_all(tmp_path)) == (1, before)
    assert "actors/x.yml:4:10 : " in done.stderr


def test_an_anchor_that_gives_a_name_too_is_refused(tmp_path):
    odd = "kind: state\nname: &c chine\nsummary: S.\npart_of: *c\n"
    folder = write_project(tmp_path, {**FILES, "dossier/actors/x.yml": odd})
    before = read_all(tmp_path)
    done = run(folder, "chine", "la-chine")
    assert (done.exit_code, read_all(tmp_path)) == (1, before), done.output


def test_a_link_among_the_files_is_an_error_and_nothing_changes(tmp_path):
    folder = write_project(tmp_path, FILES)
    shutil.move(folder / "actors/russie.yml", tmp_path / "russie.yml")
    (folder / "actors/russie.yml").symlink_to(tmp_path / "russie.yml")
    before = read_all(tmp_path)
    assert run(folder, "chine", "la-chine").exit_code == 1
    assert read_all(tmp_path) == before


def test_a_kill_at_any_step_is_undone_by_the_next_command(tmp_path):
    for step in range(20):
        project = tmp_path / str(step)
        folder = write_project(project, FILES)
        before = read_all(project)
        code = run_killed(step, folder, "rename", "chine", "la-chine")
        checked = CliRunner().invoke(main, ["check", "--dossier", str(folder)])
        assert checked.exit_code == 0, checked.output
        if code == 0:
            break
        assert code == 9
        assert read_all(project) == before
    assert step > 3
    assert (folder / "actors/la-chine.yml").exists()


def test_an_error_half_way_leaves_every_file_as_it_was(tmp_path, monkeypatch):
    folder = write_project(tmp_path, FILES)
    before = read_all(tmp_path)
    real = journal.write_file

    def write(path, content):
        if path.name == "russie.yml" and b"la-chine" in content:
            raise Unwritable(path, "failed", "disque plein")
        real(path, content)

    monkeypatch.setattr(journal, "write_file", write)
    done = run(folder, "chine", "la-chine")
    assert done.exit_code == 1
    assert "russie.yml" in done.stderr
    assert "disque plein" in done.stderr
    assert read_all(tmp_path) == before


@pytest.mark.parametrize("path", ["../../etc/x", "Makefile", "dossier/.git/x", "/tmp/x"])
def test_a_journal_that_a_stranger_wrote_reaches_nothing_else(tmp_path, path):
    folder = write_project(tmp_path, {**FILES, "Makefile": "all:\n"})
    written = f'{{"changes": [{{"path": "{path}", "before": "eA==", "after": "YWxsOgo="}}]}}'
    (folder / ".changes.json").write_text(written, encoding="utf-8")
    before = read_all(tmp_path)
    done = CliRunner().invoke(main, ["check", "--dossier", str(folder)])
    assert done.exit_code == 1
    assert ".changes.json" in done.stderr
    assert read_all(tmp_path) == before


@pytest.mark.parametrize("text", ["", "[]", '{"changes": [1]}', '{"changes": [{"path": 1}]}'])
def test_a_journal_that_is_none_is_told(tmp_path, text):
    folder = write_project(tmp_path, FILES)
    (folder / ".changes.json").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--dossier", str(folder)])
    assert done.exit_code == 1
    assert "effacez" in done.stderr


def test_line_ends_and_byte_order_mark_stay(tmp_path):
    crlf = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in FILES.items()}
    folder = write_project(tmp_path, crlf)
    assert run(folder, "chine", "la-chine").exit_code == 0
    after = (folder / "actors/russie.yml").read_bytes().decode()
    assert after == crlf["dossier/actors/russie.yml"].replace("[[chine", "[[la-chine")
    renamed = (folder / "actors/la-chine.yml").read_bytes().decode()
    assert renamed == crlf["dossier/actors/chine.yml"].replace("[prc", "[chine, prc")


WORD = r"[^\W\d][\w-]*"


def make_pages(folder):
    site = Site(Indexes(load(folder).dossier), Features(links=True, search=True))
    return {page.address: page.html for page in build_pages(site, Renderer(site.texts), alone=True)}


@pytest.mark.parametrize("old", ["wang-huning", "2024-03-kim-song-nam-pekin"])
def test_pages_differ_by_the_address_alone_and_the_way_back_restores_every_file(tmp_path, old):
    project = tmp_path / "project"
    shutil.copytree(FROZEN, project, ignore=shutil.ignore_patterns(".*"))
    folder, new = project / "dossier", f"{old}x"
    files, pages = read_all(project), make_pages(folder)
    done = run(folder, old, new)
    assert done.exit_code == 0, done.output
    moved = make_pages(folder)

    def plain(found):
        """The words of the pages with the old id; the graph lies by order of ids."""
        return {
            address.replace(new, old): sorted(
                re.findall(WORD, re.sub(r"(?s)<svg.*?</svg>", "", html).replace(new, old))
            )
            for address, html in found.items()
        }

    former = {address for address in moved if f"/{old}/" in f"/{address}"}
    assert len(former) <= 1
    shown = plain({each: moved[each] for each in moved if each not in former})
    expected = plain(pages)
    assert {each for each in expected if expected[each] != shown.get(each)} == set()
    assert run(folder, new, old).exit_code == 0
    back = read_all(project)
    assert back.keys() == files.keys()
    for name, content in files.items():
        lines = [line for line in back[name].splitlines() if new.encode() not in line]
        assert lines == content.splitlines(), name


def test_a_dry_run_prints_each_new_address_on_its_line(tmp_path):
    statements = "statements:\n  - {id: a, text: T.}\n  - {id: b, text: U.}\n"
    addresses = "etats/x/\nacteurs/chine/\nacteurs/chine/#a\nacteurs/chine/#b\n"
    files = {
        "dossier/actors/chine.yml": FILES["dossier/actors/chine.yml"] + statements,
        "dossier/addresses.txt": addresses.replace("etats/x/\n", ""),
    }
    folder = write_project(tmp_path, files)
    done = run(folder, "chine", "zoo", "--dry-run")
    added = [line.rpartition(": + ")[2] for line in done.stdout.splitlines() if ": + act" in line]
    assert added == ["acteurs/zoo/", "acteurs/zoo/#a", "acteurs/zoo/#b"]
    assert "\ufffd" not in done.stdout


def test_what_was_interrupted_is_an_error_wherever_the_dossier_is_read(tmp_path):
    folder = write_project(tmp_path, FILES)
    (folder / ".changes.json").write_text("{}", encoding="utf-8")
    [problem] = [each for each in load(folder).problems if each.level == "error"]
    assert problem.path == ".changes.json"
    assert "dossier check" in problem.message
