"""What falls with a source, counted again from a dossier without it; and what a retraction asks."""

import json

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.coverage import Coverage
from mkdocs_dossier.trust.impact import Support
from mkdocs_dossier.trust.origins import find_origins


@pytest.fixture(scope="module")
def frozen(root):
    return root / "tests/dossiers/frozen/dossier"


def run(folder, *arguments):
    return CliRunner().invoke(main, ["impact", "--dossier", str(folder), *arguments])


def without_article(value, gone):
    """A fact without the sources that are the article."""
    kept = [each for each in value.sources if each.article != gone]
    return value.model_copy(update={"sources": kept})


def test_statements_that_fall_are_those_that_have_no_origin_without_the_article(frozen):
    """No statement of this dossier cites another, so each can be counted alone."""
    dossier = load(frozen).dossier
    for gone in dossier.articles:
        impact = Support(dossier).withdraw([gone])
        falls = {each.standing.reference for each in impact.falls}
        weakens = {each.standing.reference for each in impact.weakens}
        for holder, _, statement in dossier.statements():
            reference = f"{holder.id}#{statement.id}"
            before = len(find_origins(statement, dossier))
            after = len(find_origins(without_article(statement, gone), dossier))
            assert (reference in falls) == (before > 0 and after == 0), reference
            assert (reference in weakens) == (before > 1 and after == 1), reference


def test_every_fact_has_the_origins_that_its_page_shows(frozen):
    dossier = load(frozen).dossier
    standings = {each.reference: each for each in Support(dossier).standings}
    for holder, _, statement in dossier.statements():
        standing = standings.get(f"{holder.id}#{statement.id}")
        assert len(find_origins(statement, dossier)) == len(standing.origins if standing else ())
    for standing in standings.values():
        if isinstance(standing.fact, Sourced) and not isinstance(standing.fact, Statement):
            assert len(find_origins(standing.fact, dossier)) == len(standing.origins)


DOSSIER = {
    "actors/agence.yml": "{kind: media, name: Agence, summary: A., control: state}\n",
    "actors/journal.yml": "{kind: media, name: Journal, summary: J., control: private}\n",
    "actors/anne.yml": "{kind: person, name: Anne Martin, summary: A.}\n",
    "articles/un.md": """\
---
title: Un
outlet: journal
date: 2024-01-02
summary: U.
---
Anne Martin a dit oui, selon Agence.
""",
    "articles/deux.md": """\
---
title: Deux
outlet: journal
date: 2024-01-03
summary: D.
status: retracted
---
Anne Martin a dit oui encore.
""",
    "topics/accord.yml": """\
kind: treaty
name: Accord
summary: A.
statements:
  - id: oui
    text: Oui.
    speakers: [anne]
    sources:
      - {article: un, via: [agence], quote: a dit oui}
      - {article: deux, quote: a dit oui encore}
  - id: repris
    text: Oui, dit-elle.
    speakers: [anne]
    sources: [{statement: accord#oui}]
  - id: ailleurs
    text: Oui, toujours.
    speakers: [anne]
    sources:
      - {article: deux, quote: oui encore, confirmed: 2024-02-01}
      - {document: {title: Procès-verbal, publisher: {name: Greffe}}, quote: oui}
""",
}


@pytest.fixture(scope="module")
def small(write_dossier):
    return write_dossier(DOSSIER)


@pytest.mark.parametrize(
    ("names", "falls", "weakens"),
    [
        (["agence"], [], ["accord#oui", "accord#repris"]),
        (["journal"], ["accord#oui", "accord#repris"], ["accord#ailleurs"]),
        (["un", "deux"], ["accord#oui", "accord#repris"], ["accord#ailleurs"]),
        (["un#q-a-dit-oui"], [], ["accord#oui", "accord#repris"]),
        (["accord#oui"], ["accord#repris"], []),
        (["Procès-verbal"], [], ["accord#ailleurs"]),
        (["anne"], [], []),
    ],
)
def test_json_says_what_falls(small, names, falls, weakens):
    done = run(small, *names, "--format", "json")
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert list(said) == ["version", "withdrawn", "falls", "weakens", "bare"]
    assert said["withdrawn"] == names
    assert [each["fact"] for each in said["falls"]] == falls
    assert [each["fact"] for each in said["weakens"]] == weakens
    assert all(each["origins_after"] == 0 for each in said["falls"])
    assert all(each["origins_before"] == 2 for each in said["weakens"])


def test_text_counts_and_lists(small):
    assert run(small, "agence").stdout == (
        "0 fait perdrait sa dernière origine\n"
        "2 faits n'auraient plus qu'une origine\n"
        "  accord#oui : 2 → 1\n"
        "  accord#repris : 2 → 1\n"
        "0 fait d'origine inconnue perdrait sa dernière source\n"
    )


def test_unknown_name_is_refused_with_the_nearest(small):
    done = run(small, "agense", "un")
    assert done.exit_code == 1
    assert "« agense »" in done.output
    assert "« agence »" in done.output
    assert "Traceback" not in done.output


def test_retracted_article_asks_for_each_source_until_it_is_confirmed(small):
    gaps = Coverage(Indexes(load(small).dossier)).of("retracted")
    assert [(gap.path, gap.line) for gap in gaps] == [("topics/accord.yml", 10)]
