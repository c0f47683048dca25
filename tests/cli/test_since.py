"""`dossier check --since`: what a change brought in, and what it mended."""

import json

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

CHINE = "kind: state\nname: Chine\nsummary: S.\n"
LI = "kind: person\nname: Li\nsummary: S.\ncountry: chine\ntags: [un]\nsumary: faux\n"


def run(folder, *words):
    return CliRunner().invoke(main, ["check", "--dossier", str(folder), *words])


@pytest.fixture
def repository(make_repository):
    """One with an error that was always there."""
    return make_repository({"dossier/actors/chine.yml": CHINE, "dossier/actors/li.yml": LI})


def rules(done, level=""):
    """Level and rule of each line."""
    lines = [line for line in done.stdout.splitlines() if "[unmentioned]" not in line]
    return [(line.split(": ")[1], line.rpartition("[")[2].rstrip("]")) for line in lines]


def test_an_old_error_is_passed_over_and_a_new_one_told_even_before_it_is_committed(repository):
    done = run(repository.folder, "--since", "HEAD")
    assert (done.exit_code, done.stdout) == (0, "")
    repository.write({"dossier/actors/li.yml": f"{LI}end: 2023-13\n"})
    done = run(repository.folder, "--since", "HEAD")
    assert done.exit_code == 1
    assert rules(done) == [("error", "invalid-date")]
    assert "depuis HEAD : 1 erreur ; 0 problème réparé" in done.stderr


def test_lines_that_move_bring_nothing_in(repository):
    repository.write({"dossier/actors/li.yml": f"# Un.\n\n# Deux.\n{LI}"})
    assert run(repository.folder, "--since", "HEAD").stdout == ""


def test_a_second_error_like_the_first_is_the_one_on_the_new_line(repository):
    both = f"notes:\n  - {{text: N, sumary: x}}\n{LI}"
    repository.write({"dossier/actors/li.yml": both})
    [line] = run(repository.folder, "--since", "HEAD").stdout.splitlines()
    assert ":2:" in line


@pytest.mark.parametrize("former", ["", "former_ids: [li]\n"])
def test_a_file_that_is_renamed_keeps_its_old_problems(repository, former):
    moved = f"{LI}{former}end: 2023-13\n"
    repository.commit({"dossier/actors/li.yml": None, "dossier/actors/li-qiang.yml": moved})
    done = run(repository.folder, "--since", "HEAD~1")
    assert rules(done) == [("error", "invalid-date")]
    assert "li-qiang.yml" in done.stdout


def test_what_is_mended_is_told_where_it_was(repository):
    repository.commit({"dossier/actors/li.yml": LI.replace("sumary: faux\n", "")})
    done = run(repository.folder, "--since", "HEAD~1")
    assert done.exit_code == 0
    assert rules(done) == [("mended", "unknown-key")]
    assert "actors/li.yml:6:1: mended: " in done.stdout
    assert "rien ; 1 problème réparé" in done.stderr


def test_what_others_did_meanwhile_does_not_count(repository):
    repository.git("checkout", "-q", "-b", "mine")
    repository.commit({"dossier/actors/li.yml": f"{LI}end: 2023-13\n"})
    repository.git("checkout", "-q", "main")
    repository.commit({"dossier/actors/li.yml": LI.replace("sumary: faux\n", "")})
    repository.git("checkout", "-q", "mine")
    assert rules(run(repository.folder, "--since", "main")) == [("error", "invalid-date")]


def test_the_change_that_makes_another_file_wrong_is_told_there(repository):
    repository.commit({"dossier/actors/chine.yml": None})
    done = run(repository.folder, "--since", "HEAD~1")
    assert ("error", "unknown-id") in rules(done)


def test_pages_count_too(make_repository):
    repository = make_repository({"docs/index.md": "# A\n\n<b>x</b>\n"})
    repository.write({"docs/index.md": "# A\n\nNeuf.\n\n<b>x</b>\n\n<i>y</i>\n"})
    done = run(repository.folder, "--since", "HEAD")
    assert [line.split(":")[1] for line in done.stdout.splitlines()] == ["7"]


def test_programs_get_both_lists(repository):
    fixed = LI.replace("sumary: faux", "end: 2023-13")
    repository.write({"dossier/actors/li.yml": fixed})
    told = json.loads(run(repository.folder, "--since", "main", "--format", "json").stdout)
    assert told["since"] == "main"
    assert [each["rule"] for each in told["problems"]] == ["invalid-date"]
    assert [each["rule"] for each in told["mended"]] == ["unknown-key"]
    github = run(repository.folder, "--since", "main", "--format", "github").stdout
    assert github.count("::error ") == github.count("\n") == 1


def test_a_dossier_that_was_not_there_before_is_all_new(make_repository):
    repository = make_repository({"README.md": "R\n"})
    repository.write({"dossier/dossier.yml": "title: T\nlanguage: fr\n"})
    repository.git("rm", "-q", "-r", "--cached", "dossier")
    repository.git("commit", "-q", "--amend", "-m", "x")
    repository.write({"dossier/actors/li.yml": LI})
    assert ("error", "unknown-key") in rules(run(repository.folder, "--since", "HEAD"))


@pytest.mark.parametrize("revision", ["nowhere", "--help", "", "HEAD~9", "HEAD:dossier", "a b\n"])
def test_what_is_no_revision_is_one_line(repository, revision):
    done = run(repository.folder, "--since", revision)
    assert done.exit_code == 1
    assert "n'est pas une version de ce dépôt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_outside_any_repository_is_one_line(tmp_path, write_dossier):
    done = run(write_dossier({}), "--since", "HEAD")
    assert (done.exit_code, "dépôt git" in done.stderr) == (1, True)


def test_links_of_a_revision_lead_nowhere(make_repository, tmp_path):
    (tmp_path / "secret.yml").write_text("kind: state\nname: Secret\nsummary: S.\nx: y\n")
    repository = make_repository({"dossier/actors/chine.yml": CHINE})
    (repository.folder / "actors/x.yml").symlink_to(tmp_path / "secret.yml")
    (repository.folder / "events").symlink_to(tmp_path)
    repository.commit()
    (repository.folder / "actors/x.yml").unlink()
    (repository.folder / "events").unlink()
    done = run(repository.folder, "--since", "HEAD")
    assert done.exit_code == 0
    assert rules(done) == [("mended", "file"), ("mended", "file")]
    assert "Secret" not in done.output


def test_names_in_any_script_and_with_any_sign_are_read(make_repository):
    names = ["dossier/actors/王.yml", "dossier/actors/a b.yml", "dossier/actors/[x]*.yml"]
    repository = make_repository(dict.fromkeys(names, CHINE))
    assert run(repository.folder, "--since", "HEAD").stdout == ""


def test_a_tree_that_no_client_makes_leaves_the_folder_at_no_point(repository, tmp_path):
    blob = repository.git("rev-parse", "HEAD:dossier/actors/chine.yml")
    inner = write_tree(repository, [("100644", "..", blob), ("100644", "evil.yml", blob)])
    up = write_tree(repository, [("40000", "..", inner), ("40000", "actors", inner)])
    root = write_tree(repository, [("40000", "dossier", up)])
    commit = repository.git("commit-tree", root, "-p", "HEAD", "-m", "x")
    repository.git("reset", "-q", "--soft", commit)
    before = sorted(tmp_path.rglob("*"))
    done = run(repository.folder, "--since", "HEAD")
    assert "Traceback" not in done.output
    assert done.exit_code in (0, 1)
    assert sorted(tmp_path.rglob("*")) == before


def write_tree(repository, entries):
    """A tree object of entries as they are given, checked by nobody."""
    content = b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(hash_) for mode, name, hash_ in entries
    )
    file = repository.root.parent / "tree"
    file.write_bytes(content)
    made = repository.git("hash-object", "-t", "tree", "-w", "--literally", str(file))
    file.unlink()
    return made
