"""Editions: made from a commit, proved by their checksums, made again byte for byte."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from rocrate.rocrate import ROCrate

from mkdocs_dossier.cli import main
from mkdocs_dossier.exports.edition import InvalidEdition, read_sums, spdx

FILES = {
    "dossier/dossier.yml": "title: Essai « un »\nlanguage: fr\nlicence: CC BY 4.0\n",
    "dossier/actors/anne.yml": "kind: person\nname: Anne\nsummary: S.\n",
    "docs/note.md": "# Note\n",
    "mkdocs.yml": """site_name: Essai
site_url: !ENV [SITE_URL, ""]
theme: {name: material, language: fr, font: false}
plugins: [dossier, dossier-export]
""",
}
DATA_ONLY = {name: text for name, text in FILES.items() if name.startswith("dossier/")}


def run(*words):
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def release(make_repository, tmp_path):
    """A function that releases a repository of files, and gives both."""

    def make(files):
        repository = make_repository(files)
        out = tmp_path / "editions/2026-11"
        done = run("release", "2026-11", "--dossier", repository.folder, "--out", out)
        assert done.exit_code == 0, done.output
        return repository, out

    return make


def verify(repository, out, *options):
    return run("verify-edition", "--dossier", repository.folder, out, *options)


def test_an_edition_holds_the_site_and_the_data_and_can_be_made_again(release):
    repository, out = release(FILES)
    page = (out / "site/acteurs/anne/index.html").read_text("utf-8")
    assert "Édition « 2026-11 »" in page.replace("\u00a0", " ")
    assert (out / "data/dossier.json").is_file()
    # a later commit, and what is not committed, do not count
    repository.commit({"dossier/actors/boris.yml": "kind: person\nname: Boris\nsummary: S.\n"})
    repository.write({"dossier/actors/anne.yml": "kind: person\nname: Autre\nsummary: S.\n"})
    done = verify(repository, out)
    assert done.exit_code == 0, done.output
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=out, capture_output=True
    )
    assert checked.returncode == 0, checked.stdout


def test_it_can_be_cited_and_described(release):
    repository, out = release(DATA_ONLY)
    citation = yaml.safe_load((out / "CITATION.cff").read_text("utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["title"] == "Essai « un »"
    assert citation["license"] == "CC-BY-4.0"
    assert citation["commit"] == repository.git("rev-parse", "HEAD")
    crate = json.loads((out / "ro-crate-metadata.json").read_text("utf-8"))
    described = {each["@id"]: each for each in crate["@graph"]}
    parts = {each["@id"] for each in described["./"]["hasPart"]}
    assert "data/csv/actors.csv" in parts
    assert all((out / part).exists() for part in parts)
    assert parts <= set(described)
    assert described["ro-crate-metadata.json"]["about"] == {"@id": "./"}


@pytest.mark.parametrize(
    ("licence", "address"),
    [("CC BY 4.0", "https://spdx.org/licenses/CC-BY-4.0"), ("Tous droits", "#licence"), ("", None)],
)
def test_an_edition_is_read_by_the_programs_of_others(release, licence, address):
    """CITATION.cff by its schema, RO-Crate by the library of its authors."""
    settings = "title: 'Essai : « un » # deux'\nlanguage: fr\nsummary: \"S. \\u2028\"\n"
    settings += f"licence: {licence}\n" if licence else ""
    _, out = release({**DATA_ONLY, "dossier/dossier.yml": settings})
    checked = subprocess.run(
        [Path(sys.executable).with_name("check-jsonschema"), "--builtin-schema",
         "vendor.citation-file-format", "--default-filetype", "yaml", out / "CITATION.cff"],
        capture_output=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    crate = ROCrate(out)
    assert crate.name == "Essai : « un » # deux"
    paths = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    described = {each.id for each in crate.data_entities}
    assert described == paths - {"ro-crate-metadata.json"}
    licensed = crate.root_dataset.get("license")
    assert (licensed.id if licensed else None) == address


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda out: (out / "data/dossier.json").write_text("{}"), "data/dossier.json : changé"),
        (lambda out: (out / "data/dossier.json").unlink(), "data/dossier.json : manque"),
        (lambda out: (out / "data/new").write_text("x"), "data/new : n'est pas dans la liste"),
    ],
    ids=["changed", "missing", "added"],
)
def test_what_is_not_as_listed_is_named(release, change, said):
    repository, out = release(DATA_ONLY)
    change(out)
    done = verify(repository, out, "--sums-only")
    assert done.exit_code == 1
    assert said in done.output


def test_a_forged_edition_is_found_out(release):
    """Checksums that fit prove nothing: the commit gives something else."""
    repository, out = release(DATA_ONLY)
    sums = (out / "SHA256SUMS").read_text()
    (out / "data/dossier.json").write_text("{}")
    digest = subprocess.run(
        ["sha256sum", "data/dossier.json"], cwd=out, capture_output=True, text=True
    ).stdout.split()[0]
    lines = [
        f"{digest}  data/dossier.json" if line.endswith("  data/dossier.json") else line
        for line in sums.splitlines()
    ]
    (out / "SHA256SUMS").write_text("\n".join(lines) + "\n")
    assert verify(repository, out, "--sums-only").exit_code == 0
    done = verify(repository, out)
    assert done.exit_code == 1
    assert "data/dossier.json : le commit donne un autre contenu" in done.output


@pytest.mark.parametrize("name", ["../x", "-x", "", "été", "a b", "x" * 81])
def test_a_name_that_is_none_is_refused(make_repository, tmp_path, name):
    repository = make_repository(DATA_ONLY)
    out = tmp_path / "out"
    done = run("release", "--dossier", repository.folder, "--out", out, "--", name)
    assert done.exit_code != 0
    assert "Traceback" not in done.output
    assert not out.exists()


def test_what_keeps_an_edition_from_being_made_is_said(make_repository, tmp_path, write_dossier):
    repository = make_repository(DATA_ONLY)
    out = tmp_path / "out"
    out.mkdir()
    done = run("release", "x", "--dossier", repository.folder, "--out", out)
    assert done.exit_code == 1
    assert "existe déjà" in done.output
    shutil.rmtree(out)
    unknown = ("--dossier", repository.folder, "--out", out, "--commit", "nulle-part")
    assert run("release", "x", *unknown).exit_code == 1
    repository.commit({"dossier/actors/anne.yml": "kind: person\nname: Anne\n"})
    done = run("release", "x", "--dossier", repository.folder, "--out", out)
    assert done.exit_code == 1
    assert "actors/anne.yml:1:1: error:" in done.output
    alone = write_dossier({})
    assert run("release", "x", "--dossier", alone, "--out", out).exit_code == 1
    assert not out.exists()


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a//b", "a/../../b", "a\\b", "./a"])
def test_no_listed_path_leads_outside(path):
    with pytest.raises(InvalidEdition):
        read_sums(f"{'0' * 64}  {path}\n")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": 1}', "[" * 100_000])
def test_an_edition_that_is_none_gets_one_line(release, text):
    repository, out = release(DATA_ONLY)
    (out / "edition.json").write_text(text)
    done = verify(repository, out)
    assert done.exit_code == 1
    assert "edition.json n'est pas ce qu'une édition contient" in done.output


@pytest.mark.parametrize(
    ("written", "name"),
    [("CC BY 4.0", "CC-BY-4.0"), ("cc0 1.0", "CC0-1.0"), ("libre", None), (None, None)],
)
def test_licences_have_their_names(written, name):
    assert spdx(written) == name
