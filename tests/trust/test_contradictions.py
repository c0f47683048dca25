"""What logic finds again in a whole dossier whose disputes are taken out."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.model.provenance import Dispute
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.contradictions.find import find_contradictions
from mkdocs_dossier.trust.contradictions.finding import Contradiction, Side

FOUND_AGAIN = {
    ("anniversary", "anniversaire-capitulation-80"),
    ("quote-date", "sommet-kim-poutine-2024"),
    ("quote-date", "veto-conseil-de-securite"),
}


@pytest.fixture(scope="module")
def undisputed(root):
    """The frozen dossier as if nobody had noticed that its articles differ."""
    dossier = load(root / "tests/dossiers/frozen/dossier").dossier
    bare = {
        section: {
            id: record.model_copy(update={"disputes": []})
            for id, record in getattr(dossier, section).items()
        }
        for section in ("actors", "events", "places", "topics", "articles")
    }
    return replace(dossier, **bare)


def test_disputes_that_logic_can_find_are_found_again(undisputed):
    found = {(each.kind, each.id) for each in find_contradictions(undisputed)}
    assert found >= FOUND_AGAIN


def test_stanza_is_a_dispute_with_both_versions(undisputed):
    for found in find_contradictions(undisputed):
        made = yaml.load(found.stanza, yaml.BaseLoader)
        (dispute,) = made["disputes"]
        read = Dispute.model_validate(dispute)
        assert len(read.versions) == 2
        assert all(version.sources or version.basis for version in read.versions)


@pytest.mark.parametrize("words", ["« É » : 𨨏 # 金", "a: 'b' {c}", "x" * 300])
def test_stanza_says_words_as_they_are_written_on_one_line(words):
    said = Contradiction("dates", "ada", (), "born", Side("ada", "1", words), Side("bo", "2"))
    assert words in said.stanza.replace("''", "'")
    assert "\n" not in said.stanza
    versions = yaml.safe_load(said.stanza)["disputes"][0]["versions"]
    assert versions[0] == {"value": "1", "text": words, "basis": "ada"}


CASES = Path(__file__).parents[1] / "rules/cases/contradiction.yml"
FIRING = [
    pytest.param(case, id=case["name"])
    for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    if case["problems"]
]


@pytest.mark.parametrize("case", FIRING)
def test_stanza_can_be_pasted_and_settles_what_was_found(case, write_dossier):
    """Below the fields of the record, as it is printed; nothing is said again, and no error."""
    background = Path(__file__).parents[1] / "background.yml"
    files = {**yaml.safe_load(background.read_text(encoding="utf-8")), **case["files"]}
    found = list(find_contradictions(load(write_dossier(files)).dossier))
    assert len(found) == len(case["problems"])
    for each in found:
        names = [name for name in files if Path(name).stem == each.id]
        (name,) = names
        files[name] = files[name].rstrip() + f"\n{each.stanza}\n"
    loaded = load(write_dossier(files))
    assert [str(each) for each in check(loaded) if each.level == "error"] == []
    assert list(find_contradictions(loaded.dossier)) == []
