"""An edition, read by a validator of RO-Crate that nobody here wrote; see `make crate`."""

import importlib.resources
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

VALIDATOR = os.environ.get("CRATE_VALIDATOR")
pytestmark = pytest.mark.skipif(not VALIDATOR, reason="needs CRATE_VALIDATOR: `make crate`")


def validate(folder):
    context = importlib.resources.files("rocrate").joinpath("data/ro-crate.jsonld")
    done = subprocess.run(
        [VALIDATOR, Path(__file__).with_name("validate_crate.py"), folder, context],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("publisher", ["Les Amis de « l'essai »", None])
def test_an_edition_is_a_valid_crate(make_repository, tmp_path, publisher):
    settings = "title: Essai\nlanguage: fr\nlicence: CC BY 4.0\n"
    settings += f"publisher: {publisher}\n" if publisher else ""
    repository = make_repository(
        {
            "dossier/dossier.yml": settings,
            "dossier/actors/anne.yml": "kind: person\nname: Anne\nsummary: S.\n",
        }
    )
    out = tmp_path / "edition"
    words = ["release", "1", "--out", out, "--dossier", repository.folder]
    assert CliRunner().invoke(main, [*map(str, words)]).exit_code == 0
    unknown = {"The organization SHOULD have a URL."}  # a dossier does not say it
    if not publisher:
        unknown = {"`author`", "`publisher`"}
    found = validate(out)
    assert all(any(each in line for each in unknown) for line in found), found
