"""`dossier stats`: numbers that can be counted by hand, and how they moved."""

import json

from click.testing import CliRunner

from mkdocs_dossier.cli import main

FILES = {
    "dossier/actors/kcna.yml": "kind: media\nname: KCNA\nsummary: S.\ncontrol: state\nbasis: B.\n",
    "dossier/actors/chine.yml": "kind: state\nname: Chine\nsummary: S.\n",
    "dossier/articles/a.md": (
        "---\ntitle: A\noutlet: kcna\ndate: null\nsummary: S.\n---\n« restera forte »\n"
    ),
    "dossier/topics/t.yml": (
        "kind: concept\nname: T\nsummary: S.\nstatements:\n"
        "  - {id: a, text: A., speakers: [chine],"
        " sources: [{article: a, quote: restera forte}]}\n"
        "  - {id: b, text: B., speakers: [chine]}\n"
    ),
}


def run(folder, *words):
    return CliRunner().invoke(main, ["stats", "--dossier", str(folder), *words])


def test_numbers_and_how_they_moved(make_repository):
    repository = make_repository(FILES)
    text = FILES["dossier/topics/t.yml"].replace("B.,", "B., status: refuted, decision: D.,")
    text += "  - {id: c, text: C., basis: B.}\n"
    repository.write({"dossier/topics/t.yml": text})
    told = json.loads(run(repository.folder, "--since", "HEAD", "--format", "json").stdout)
    now, before = told["numbers"], told["before"]
    assert (now["actors"], now["topics"], now["articles"]) == (2, 1, 1)
    assert (before["statements"], now["statements"]) == (2, 3)
    assert (now["quotes"], now["verified"], now["no-source"]) == (1, 0, 1)
    assert (now["one-origin"], now["state-only"], now["no-origin"]) == (1, 1, 2)
    assert (before["doubtful"], now["doubtful"]) == (0, 1)
    lines = run(repository.folder, "--since", "HEAD").stdout.splitlines()
    [moved] = [line for line in lines if line.startswith("déclarations ")]
    assert moved.split() == ["déclarations", "3", "+1"]
    [still] = [line for line in lines if line.startswith("acteurs ")]
    assert still.split() == ["acteurs", "2"]


def test_a_dossier_with_errors_still_has_numbers(write_dossier):
    folder = write_dossier({"actors/x.yml": "kind: [", "actors/y.yml": "kind: x\nname: Y\n"})
    done = run(folder)
    assert done.exit_code == 0, done.output
    assert run(folder, "--since", "nowhere").exit_code == 1
