"""What a curator is told about names that are not linked."""

import json

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main

ACTOR = "kind: person\nname: {}\nsummary: S.\n"
ARTICLE = "---\ntitle: T\noutlet: null\ndate: 2024\nlanguage: fr\nsummary: S.\n---\n"
BODY = """Kim Jong-un a vu Kim Yo-jong et Sergueï Choïgou. Le parti a parlé.

Ensuite Kim a salué Choïgu. Kim Yo-jong écrit [[choigou]] à l'OIAC. Parti tôt, il dort.
"""


@pytest.fixture(scope="module")
def suggestions(write_dossier):
    files = {
        "actors/kim.yml": ACTOR.format("Kim Jong-un"),
        "actors/choigou.yml": ACTOR.format("Sergueï Choïgou"),
        "articles/a.md": ARTICLE + BODY,
    }
    done = CliRunner().invoke(
        main,
        ["suggest", "--dossier", str(write_dossier(files)), "--format", "jsonl"],
        catch_exceptions=False,
    )
    assert done.exit_code == 0
    return {line["form"]: line for line in map(json.loads, done.output.splitlines())}


def test_a_name_without_record_is_counted_with_its_context(suggestions):
    found = suggestions["Kim Yo-jong"]
    assert (found["kind"], found["count"], found["articles"]) == ("new", 2, ["a"])
    assert found["contexts"][0].startswith("Kim Jong-un a vu Kim Yo-jong")
    assert yaml.safe_load(found["yaml"]) == {"name": "Kim Yo-jong"}


def test_an_acronym_without_record(suggestions):
    assert suggestions["OIAC"]["kind"] == "new"


def test_a_close_spelling_becomes_an_alias_of_the_record(suggestions):
    found = suggestions["Choïgu"]
    assert (found["kind"], found["records"]) == ("spelling", ["choigou"])
    assert found["file"] == "actors/choigou.yml"
    assert yaml.safe_load(found["yaml"]) == {"aliases": ["Choïgu"]}


def test_an_unlinked_short_name_gets_a_line_for_the_front_matter(suggestions):
    found = suggestions["Kim"]
    assert (found["kind"], found["records"]) == ("ambiguous", ["kim"])
    settings = yaml.safe_load(found["yaml"])["mentions"]["as"][0]
    assert settings["link"] == {"Kim": "kim"}
    assert settings["text"] in BODY


def test_ordinary_words_and_known_names_are_no_suggestions(suggestions):
    assert {"Parti", "Ensuite", "Le", "Kim Jong-un"}.isdisjoint(suggestions)
