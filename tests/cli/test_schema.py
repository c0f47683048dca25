"""`dossier schema`: what editors check files against while one writes."""

import json

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_dossier.cli import main
from mkdocs_dossier.exports.schema import MODELS
from mkdocs_dossier.model.sections import SECTIONS


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


def test_fields_are_described_in_both_languages_and_words_have_labels():
    found = schema("actors")
    described = found["properties"]["summary"]["description"]
    assert "résumé: " in described
    assert "summary: " in described
    for name, mapping in found["$defs"].items():
        for field, told in mapping.get("properties", {}).items():
            assert "\n\n" in told["description"], f"{name}.{field}"
    kind = found["properties"]["kind"]
    said = dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))
    assert "personne" in said["person"]
    assert "organisation" in said["organisation"]


def test_ids_are_offered_with_names_and_a_new_one_is_no_error(write_dossier):
    files = {
        "actors/chine.yml": "kind: state\nname: Chine\nsummary: S.\n",
        "actors/li.yml": "kind: person\nname: Li\nsummary: S.\n",
    }
    done = CliRunner().invoke(main, ["schema", "--dossier", str(write_dossier(files)), "actors"])
    found = json.loads(done.stdout)
    assert found["$defs"]["ids-state"] == {"enum": ["chine"], "enumDescriptions": ["Chine"]}
    assert "li" in found["$defs"]["ids-actor"]["enum"]
    record = {"kind": "person", "name": "A", "summary": "B", "country": "tout-neuf"}
    assert list(Draft202012Validator(found).iter_errors(record)) == []


def without_ids(found):
    kept = {name: each for name, each in found["$defs"].items() if not name.startswith("ids-")}
    return {**found, "$defs": kept}


@pytest.mark.parametrize("name", sorted(MODELS))
def test_shipped_schemas_are_those_of_the_format_and_the_vocabulary(root, name):
    written = json.loads((root / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert without_ids(written) == without_ids(schema(name)), "run: make schema"


def test_every_shipped_file_leads_to_its_schema(root):
    for section in SECTIONS:
        for file in (root / "dossier" / section.folder).glob(f"*{section.ending}"):
            lines = file.read_text(encoding="utf-8").split("\n")
            modeline = lines[1] if section.ending == ".md" else lines[0]
            found = modeline.removeprefix("# yaml-language-server: $schema=")
            assert (file.parent / found).resolve() == root / f"schema/{section.folder}.json"


def test_all_schemas_are_written_into_a_folder(tmp_path):
    done = CliRunner().invoke(main, ["schema", "--write", str(tmp_path / "schemas")])
    assert done.exit_code == 0
    written = {file.stem: file.read_text("utf-8") for file in (tmp_path / "schemas").iterdir()}
    assert written.keys() == MODELS.keys()
    assert json.loads(written["actors"]) == schema("actors")
