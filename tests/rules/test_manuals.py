"""Each rule has a manual, and its examples do what it says."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.rules.all_rules import RULES
from mkdocs_dossier.rules.manual import explain, list_rules, read_examples

TESTS = Path(__file__).parents[1]
BACKGROUND = yaml.safe_load((TESTS / "background.yml").read_text(encoding="utf-8"))
# Only in docs/, which the examples have none of.
ELSEWHERE = {"embed", "template-gap"}
EXPECTED = re.compile(r"\[([a-z-]+)\]['\"]$", re.MULTILINE)


def rules_in_cases():
    for file in TESTS.glob("*/cases/*.yml"):
        if file.parts[-3] in ("rules", "source"):
            yield from EXPECTED.findall(file.read_text(encoding="utf-8"))


def rules_at(folder, path):
    done = CliRunner().invoke(main, ["check", "--dossier", str(folder)])
    lines = (line for line in done.stdout.splitlines() if f"/dossier/{path}:" in line)
    return {line.rpartition("[")[2].removesuffix("]") for line in lines}


@pytest.mark.parametrize("language", languages())
def test_every_rule_has_a_manual(language):
    known = set(list_rules(texts(language)))
    assert known == {*RULES, *rules_in_cases(), *ELSEWHERE}
    assert known - ELSEWHERE == read_examples().keys()


@pytest.mark.parametrize("rule", read_examples())
def test_example_that_fails_fails_and_the_other_passes(rule, write_dossier):
    example = read_examples()[rule]
    fails = write_dossier({**BACKGROUND, example["file"]: example["fails"]})
    assert rule in rules_at(fails, example["file"])
    if example["passes"]:
        passes = write_dossier({**BACKGROUND, example["file"]: example["passes"]})
        assert rule not in rules_at(passes, example["file"])


def test_manual_says_why_and_shows_both(write_dossier):
    done = CliRunner().invoke(
        main, ["check", "--dossier", str(write_dossier({})), "--explain", "unknown-id"]
    )
    assert done.exit_code == 0
    assert done.stdout == explain("unknown-id", texts("fr"))
    assert "Ce qui est nommé doit exister" in done.stdout
    assert "    # actors/li.yml\n" in done.stdout
    assert "    country: chinne\n" in done.stdout


def test_rule_that_does_not_exist_is_answered_by_the_nearest(write_dossier):
    done = CliRunner().invoke(
        main, ["check", "--dossier", str(write_dossier({})), "--explain", "unknown-di"]
    )
    assert done.exit_code == 1
    assert "vouliez-vous dire « unknown-id » ?" in done.stderr
