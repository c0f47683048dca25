"""`dossier addresses`: what was published once is kept."""

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main


@pytest.fixture
def folder(write_dossier):
    return write_dossier({"actors/li.yml": "kind: person\nname: Li\nsummary: S.\n"})


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_new_addresses_are_printed_then_kept(folder):
    assert run("addresses", "--dossier", folder).stdout == "acteurs/li/\n"
    run("addresses", "--dossier", folder, "--write")
    assert (folder / "addresses.txt").read_text(encoding="utf-8") == "acteurs/li/\n"
    assert run("addresses", "--dossier", folder).stdout == ""


def test_a_renamed_record_fails_the_check_until_it_names_its_former_id(folder):
    run("addresses", "--dossier", folder, "--write")
    (folder / "actors/li.yml").rename(folder / "actors/li-hongzhong.yml")
    lost = run("check", "--dossier", folder)
    assert lost.exit_code == 1
    assert "addresses.txt:1:1: error:" in lost.stdout
    with (folder / "actors/li-hongzhong.yml").open("a", encoding="utf-8") as record:
        record.write("former_ids: [li]\n")
    assert run("check", "--dossier", folder).exit_code == 0


def test_writing_again_drops_nothing(folder):
    (folder / "addresses.txt").write_text("acteurs/gone/\n", encoding="utf-8")
    run("addresses", "--dossier", folder, "--write")
    kept = (folder / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert kept == ["acteurs/gone/", "acteurs/li/"]


@pytest.mark.parametrize(
    "field", ["former_ids: ['a\\\\n/evil/']", "statements: [{id: 'a\\\\nb', text: T.}]"]
)
def test_an_id_that_is_none_writes_no_line_of_its_own(folder, field):
    with (folder / "actors/li.yml").open("a", encoding="utf-8") as record:
        record.write(field.replace("'", '"').replace("\\\\", "\\") + "\n")
    run("addresses", "--dossier", folder, "--write")
    assert (folder / "addresses.txt").read_text(encoding="utf-8") == "acteurs/li/\n"
