"""What a dossier lacks, as readable cases; and both forms in which the command prints it."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.languages import texts

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "coverage.yml").read_text(encoding="utf-8")
)
NOW = "1768608000"  # 17 January 2026


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_gaps_of_case(case, write_dossier, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    folder = write_dossier(case["files"])

    def run(*options: str) -> str:
        done = CliRunner().invoke(main, ["coverage", "--dossier", str(folder), *options])
        assert done.exit_code == 0, done.output
        return done.stdout

    gaps = json.loads(run("--format", "json"))
    assert [f"{gap['kind']} {gap['path']}:{gap['line']}" for gap in gaps] == case["gaps"]
    assert [gap["text"] for gap in gaps] == case.get("texts", [gap["text"] for gap in gaps])
    lines = run().splitlines()
    assert lines == [
        f"{folder.as_posix()}/{gap['path']}:{gap['line']}:{gap['column']}: "
        f"{texts('fr')('coverage.' + gap['kind'] + '.title')}: {gap['text']} [{gap['kind']}]"
        for gap in gaps
    ]
