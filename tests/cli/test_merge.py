"""`dossier merge`: what one record says goes into another, and every reference follows."""

import shutil
from pathlib import Path

import pytest
import yaml
from cli_projects import read_all, run_killed, write_project
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.source import load

CASES = sorted((Path(__file__).parents[1] / "curate/cases/merge").glob("*.yml"))
FROZEN = Path(__file__).parents[1] / "dossiers/frozen"


def run(folder, *words):
    return CliRunner().invoke(main, ["merge", *words, "--dossier", str(folder)])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_files_read_as_the_case_says(case, newline, tmp_path):
    told = yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    before = {name: text.replace("\n", newline) for name, text in told["before"].items()}
    folder = write_project(tmp_path, before)
    files = read_all(tmp_path)
    old, new = told["merge"].split()
    dry = run(folder, old, new, "--dry-run")
    assert (dry.exit_code, read_all(tmp_path)) == (0, files), dry.output
    done = run(folder, old, new)
    assert done.exit_code == 0, done.output
    left = {name: text for name, text in told["before"].items() if name not in told["gone"]}
    after = {name: text.decode() for name, text in read_all(tmp_path).items()}
    assert after == {
        name: text.replace("\n", newline) for name, text in {**left, **told["after"]}.items()
    }
    assert [each for each in load(folder).problems if each.level == "error"] == []


LI = "kind: person\nname: Li\nsummary: Un.\nstart: 1959\n"
FILES = {
    "dossier/actors/li.yml": LI,
    "dossier/actors/li-qiang.yml": "kind: person\nname: Li Qiang\nsummary: Deux.\nstart: 1960\n",
    "dossier/actors/chine.yml": "kind: state\nname: Chine\nsummary: S.\n",
    "dossier/articles/a.md": "---\ntitle: A\noutlet: null\ndate: null\nsummary: S.\n---\nT.\n",
}


def test_what_is_not_taken_over_is_printed_with_its_line(tmp_path):
    folder = write_project(tmp_path, FILES)
    done = run(folder, "li", "li-qiang")
    assert done.exit_code == 0
    assert "li.yml:4: non repris, car l'autre fiche le dit autrement : début : 1959" in done.stdout
    assert "résumé : Un." in done.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("l", "li-qiang"), "aucune fiche ni article n'a l'identifiant « l »"),
        (("li", "li-qian"), "vouliez-vous dire « li-qiang » ?"),
        (("li", "li"), "avec lui-même"),
        (("li", "chine"), "pas du même genre (personne, État)"),
        (("a", "li"), "« a » est un article"),
        (("li", "a"), "« a » est un article"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_changes(tmp_path, words, message):
    folder = write_project(tmp_path, FILES)
    before = read_all(tmp_path)
    done = run(folder, *words)
    assert (done.exit_code, read_all(tmp_path)) == (1, before)
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "more",
    [
        "relations:\n  - {type: supports, with: li-qiang, basis: Connu.}\n",
        "part_of: li-qiang\n",
    ],
)
def test_what_would_tie_a_record_to_itself_is_refused(tmp_path, more):
    folder = write_project(tmp_path, {**FILES, "dossier/actors/li.yml": LI + more})
    before = read_all(tmp_path)
    done = run(folder, "li", "li-qiang")
    assert (done.exit_code, read_all(tmp_path)) == (1, before)
    assert "li-qiang.yml:" in done.stderr


def test_a_mapping_between_braces_stays_one(tmp_path):
    odd = "{kind: person, name: Li Qiang, summary: Deux., # gardé\n}\n"
    folder = write_project(tmp_path, {**FILES, "dossier/actors/li-qiang.yml": odd})
    done = run(folder, "li", "li-qiang")
    assert done.exit_code == 0, done.output
    merged = (folder / "actors/li-qiang.yml").read_text(encoding="utf-8")
    assert merged.startswith("{kind: person, name: Li Qiang, summary: Deux.")
    assert merged.endswith(", # gardé\n}\n")
    assert "former_ids: [li]" in merged


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_kill_is_undone_by_the_next_command(tmp_path, step):
    folder = write_project(tmp_path, FILES)
    before = read_all(tmp_path)
    assert run_killed(step, folder, "merge", "li", "li-qiang") == 9
    checked = CliRunner().invoke(main, ["check", "--dossier", str(folder)])
    assert (checked.exit_code, read_all(tmp_path)) == (0, before), checked.output


@pytest.mark.parametrize(
    ("old", "new"), [("cai-qi", "wang-huning"), ("kcna", "xinhua"), ("pyongyang", "pekin")]
)
def test_whole_dossiers_lose_nothing(tmp_path, old, new):
    shutil.copytree(FROZEN, tmp_path / "project")
    folder = tmp_path / "project/dossier"
    was = load(folder).dossier
    done = run(folder, old, new)
    if done.exit_code:  # refused whole, with the place of what stands in the way
        assert done.exit_code == 1
        assert load(folder).dossier == was
        assert ".yml:" in done.stderr
        return
    now = load(folder).dossier
    assert now.get(old) is None
    assert old in now.get(new).former_ids
    statements = [each for _, _, each in was.statements()]
    assert len([each for _, _, each in now.statements()]) == len(statements)
    assert old not in {each.path for each in load(folder).problems}
