"""Small dossiers and the problems that `dossier check` prints for them, as readable files.

Each case is a name, files (added to those of background.yml) and the exact lines expected. `…` in a
line stands for any text. Lines of the rules in ASIDE are left out except in their own cases: they
speak of what a small example lacks.
"""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.rules.all_rules import RULES

ASIDE = ("fact-without-source", "unmentioned")
HERE = Path(__file__).parent
BACKGROUND = yaml.safe_load((HERE / "background.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['name']}")
    for layer in ("rules", "source")
    for file in sorted((HERE / layer / "cases").glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def _matches(expected: str, line: str) -> bool:
    parts = (re.escape(part) for part in expected.split("…"))
    return re.fullmatch(".*".join(parts), line) is not None


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_problems_of_case(rule, case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _write(Path("d"), {**BACKGROUND, **case["files"]})
    done = CliRunner().invoke(main, ["check", "--dossier", "d"])
    found = [
        line.removeprefix("d/")
        for line in done.stdout.splitlines()
        if not any(rule != aside and line.endswith(f"[{aside}]") for aside in ASIDE)
    ]
    expected = case["problems"]
    assert len(found) == len(expected), "\n".join(found)
    for wanted, line in zip(expected, found, strict=True):
        assert _matches(wanted, line), line
    assert done.exit_code == any(": error: " in line for line in expected)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_rule_has_a_case_that_fires_and_a_near_miss(rule):
    cases = [case.values[1] for case in CASES if case.values[0] == rule]
    fired = [any(line.endswith(f"[{rule}]") for line in case["problems"]) for case in cases]
    assert True in fired
    assert False in fired
