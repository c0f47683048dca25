"""What commands print with `--format json` keeps to the form that `dossier schema` tells."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.cli.forms import FORMS, VERSION, read_form
from mkdocs_dossier.curate.stats import NUMBERS
from mkdocs_dossier.trust.coverage import KINDS

FROZEN = str(Path(__file__).parents[1] / "dossiers/frozen/dossier")
BROKEN = {"dossier/actors/x.yml": "kind: persone\nname: X\nsumary: S.\n"}


def run(*words):
    done = CliRunner().invoke(main, [*words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return json.loads(done.stdout)


def check_form(name, data):
    validator = jsonschema.Draft202012Validator(read_form(name))
    validator.validate(data)
    if isinstance(data, dict):
        assert data["version"] == VERSION
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({**data, "other": 1})


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_schemas_that_a_command_prints(name):
    jsonschema.Draft202012Validator.check_schema(read_form(name))
    assert run("schema", name, "--dossier", FROZEN) == read_form(name)


@pytest.mark.parametrize(
    "words",
    [("check",), ("stats",), ("coverage",), ("impact", "kcna"), ("impact", "xinhua", "kcna")],
)
def test_data_keeps_to_its_form(words):
    data = run(*words, "--format", "json", "--dossier", FROZEN)
    check_form(words[0], data)
    assert data


def test_data_since_a_revision_keeps_to_its_form(make_repository):
    repository = make_repository(BROKEN)
    repository.write(
        {"dossier/actors/x.yml": "kind: person\nname: X\nsummary: S.\nstart: 2013-3\n"}
    )
    place = ("--dossier", str(repository.folder), "--since", "HEAD", "--format", "json")
    found = run("check", *place)
    check_form("check", found)
    assert {each["rule"] for each in found["mended"]} >= {"unknown-id", "unknown-key"}
    assert [each["rule"] for each in found["problems"]].count("invalid-date") == 1
    check_form("stats", run("stats", *place))


def test_forms_name_every_number_and_kind():
    assert set(read_form("stats")["$defs"]["numbers"]["properties"]) == set(NUMBERS)
    assert set(read_form("coverage")["items"]["properties"]["kind"]["enum"]) == set(KINDS)
