"""The entries and the whole as JSON, against their own schema and the other formats."""

import json
from collections import Counter

import jsonschema
import pytest

from mkdocs_dossier.exports.json_files import SCHEMA, WHOLE, make_json
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.model.sections import SECTIONS

STATE = "kind: state\nname: Norvie\nsummary: Un État.\n"


def read_json(publication):
    return {file.path: json.loads(file.content) for file in make_json(publication)}


@pytest.fixture(scope="module")
def files(frozen):
    return read_json(frozen)


@pytest.mark.parametrize("dossier", ["frozen/dossier", "canal", "own-words"])
def test_every_file_is_what_the_schema_says(root, publish, dossier):
    files = read_json(publish(root / "tests/dossiers" / dossier))
    schema = files.pop(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(schema)
    entry = jsonschema.Draft202012Validator({**schema, "anyOf": [{"$ref": "#/$defs/Entry"}]})
    whole = jsonschema.Draft202012Validator({**schema, "anyOf": [{"$ref": "#/$defs/Dossier"}]})
    whole.validate(files.pop(WHOLE))
    for content in files.values():
        entry.validate(content)


def test_an_entry_stands_beside_each_page_and_in_the_whole(frozen, files):
    for section in SECTIONS:
        entries = files[WHOLE][section.folder]
        assert [each["id"] for each in entries] == list(frozen.dossier.held_in(section))
        for each in entries:
            assert files[f"{frozen.addresses.of(each['id'])}index.json"] == each


def test_counts_are_those_of_the_tables(frozen, files):
    counts = Counter(
        fact["kind"]
        for section in SECTIONS
        for entry in files[WHOLE][section.folder]
        for fact in entry["facts"]
    )
    rows = {table.name: len(list(table.rows(frozen))) for table in TABLES}
    assert counts["statement"] == rows["statements"]
    assert counts["participation"] == rows["participations"]
    assert counts["office"] == rows["offices"]
    assert counts["relation"] == rows["relations"]
    assert counts.total() == rows["facts"]
    met = sum(len(entry["follows"]["met"]) for entry in files[WHOLE]["actors"])
    assert met == rows["encounters"]


def test_whom_somebody_met_is_what_the_table_says(frozen, files):
    [table] = [table for table in TABLES if table.name == "encounters"]
    rows = [row for row in table.rows(frozen) if row["person"] == "kim-jong-un"]
    entry = files[f"{frozen.addresses.of('kim-jong-un')}index.json"]
    found = [(each["event"], each["person"], each["date"]) for each in entry["follows"]["met"]]
    assert found == [(row["event"], row["met"], row.get("date")) for row in rows]


def test_chain_origin_and_status_of_a_statement(root, files, frozen):
    entry = files[f"{frozen.addresses.of('entretien-kim-wang')}index.json"]
    [fact] = [each for each in entry["facts"] if each["id"] == "entretien-kim-wang#amitie-forte"]
    assert fact["status"] == "unverified"
    assert fact["origins"]
    [source, *_] = fact["sources"]
    assert source["chain"][0]["role"] == "speaker"
    assert source["chain"][-1]["article"] == source["article"]


def test_what_is_looked_for_and_unknown_is_not_what_is_not_said(load_dossier, publish):
    files = {
        "actors/a.yml": f"{STATE}country: null\n",
        "actors/b.yml": STATE.replace("Norvie", "Sudrie"),
    }
    entries = read_json(publish(load_dossier(files)))
    assert entries["acteurs/a/index.json"]["record"]["country"] is None
    assert "country" not in entries["acteurs/b/index.json"]["record"]


def test_the_same_dossier_gives_the_same_bytes(frozen, root, publish):
    again = publish(root / "tests/dossiers/frozen/dossier")
    assert [*make_json(frozen)] == [*make_json(again)]
