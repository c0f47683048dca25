"""`dossier schema`: what editors check files against while one writes."""

import json

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_dossier.cli import main
from mkdocs_dossier.cli.schema import MODELS


def schema(name):
    done = CliRunner().invoke(main, ["schema", name])
    assert done.exit_code == 0
    return json.loads(done.stdout)


def read(file):
    text = file.read_text(encoding="utf-8")
    header = text.split("---\n")[1] if file.suffix == ".md" else text
    return yaml.load(header, Loader=_Loader)


class _Loader(yaml.CSafeLoader):
    """Dates stay texts, as in the dossier."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.mark.parametrize("name", sorted(MODELS))
def test_schema_accepts_the_shipped_dossier(root, name):
    found = schema(name)
    Draft202012Validator.check_schema(found)
    folder = root / "dossier"
    files = sorted((folder / name).glob("*.*")) or [
        file for file in [folder / f"{name}.yml"] if file.exists()
    ]
    assert files or name == "vocabulary"
    validator = Draft202012Validator(found)
    wrong = {
        file.name: error.message for file in files for error in validator.iter_errors(read(file))
    }
    assert wrong == {}


def test_schema_accepts_the_shipped_vocabulary(root):
    file = root / "plugins" / "mkdocs_dossier" / "source" / "vocabulary.yml"
    assert list(Draft202012Validator(schema("vocabulary")).iter_errors(read(file))) == []


@pytest.mark.parametrize(
    "record",
    [
        {"kind": "person", "name": "A"},
        {"kind": "person", "name": "A", "summary": "B", "nme": "C"},
        {"kind": "persone", "name": "A", "summary": "B"},
        {"kind": "person", "name": "A", "summary": "B", "country": "La Chine"},
        {"kind": "person", "name": "A", "summary": "B", "relations": [{"type": "member-of"}]},
    ],
    ids=["missing field", "unknown key", "unknown kind", "no id", "half a relation"],
)
def test_schema_refuses_a_mistake(record):
    assert list(Draft202012Validator(schema("actors")).iter_errors(record)) != []


def test_own_words_are_among_those_that_an_editor_offers(write_dossier):
    folder = write_dossier({"vocabulary.yml": "kinds:\n  topic:\n    clan: {fr: clan}\n"})
    done = CliRunner().invoke(main, ["schema", "--dossier", str(folder), "topics"])
    assert "clan" in json.loads(done.stdout)["properties"]["kind"]["enum"]


def test_all_schemas_are_written_into_a_folder(tmp_path):
    done = CliRunner().invoke(main, ["schema", "--write", str(tmp_path / "schemas")])
    assert done.exit_code == 0
    written = {file.stem: file.read_text("utf-8") for file in (tmp_path / "schemas").iterdir()}
    assert written.keys() == MODELS.keys()
    assert json.loads(written["actors"]) == schema("actors")
