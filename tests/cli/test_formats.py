"""The forms of `dossier check`: each with the same problems, hostile text included."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.cli.formats.terminal import write_terminal
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.problem import Problem

FILES = {
    "actors/li.yml": "kind: person\nname: Li\nsummary: S.\ncountry: chinne\n",
    "actors/chine.yml": "kind: state\nname: Chine\nsummary: S.\n",
    "topics/a b,c%.yml": "kind: concept\nname: A\nsummary: S.\n",
    "topics/b.yml": (
        'kind: concept\nname: B\nsummary: S.\ntags: [un]\nabout: ["x\\n::error::y"]\n'
        "statements:\n  - {id: a, text: T.}\n"
        "sources:\n  - {document: {title: D}, quote: un}\n"
    ),
}


@pytest.fixture
def run(write_dossier, monkeypatch):
    """Runs the command beside a dossier with an error in a word, in a file's name, in a text."""
    monkeypatch.chdir(write_dossier(FILES).parent)
    return lambda *options: CliRunner().invoke(main, ["check", *options])


def places(run):
    return [line.split(": ")[0] for line in run().stdout.splitlines()]


def test_github_gets_one_command_a_problem_whatever_the_data_holds(run):
    done = run("--format", "github")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert len(lines) == len(places(run))
    assert (
        "::error file=dossier/actors/li.yml,line=4,col=10,title=unknown-id::« chinne » n'est pas un"
        " acteur de genre « state » ; vouliez-vous dire « chine » ?" in lines
    )
    assert any(line.startswith("::error file=dossier/topics/a b%2Cc%25.yml,") for line in lines)
    assert any(line.startswith("::warning file=") for line in lines)
    assert all(line.startswith(("::error f", "::warning f", "::notice f")) for line in lines)


def test_gitlab_gets_a_code_quality_report(run):
    done = run("--format", "gitlab")
    assert done.exit_code == 1
    issues = json.loads(done.stdout)
    lines = [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in issues]
    assert [f"{path}:{line}" for path, line in lines] == [
        place.rpartition(":")[0] for place in places(run)
    ]
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    assert {each["severity"] for each in issues} == {"critical", "minor", "info"}
    assert all(each["description"] and each["check_name"] for each in issues)


def test_fingerprint_stays_when_a_problem_moves(run):
    def fingerprints():
        return {each["fingerprint"] for each in json.loads(run("--format", "gitlab").stdout)}

    before = fingerprints()
    record = Path("dossier/actors/li.yml")
    record.write_text(f"# Une remarque.\n{record.read_text('utf-8')}", encoding="utf-8")
    assert fingerprints() == before


def test_json_says_what_was_checked_and_what_was_found(run):
    data = json.loads(run("--format", "json").stdout)
    assert data["checked"]["records"] == 4
    assert data["checked"]["quotes"] == 1
    [unknown] = [each for each in data["problems"] if each["rule"] == "unknown-id"][:1]
    assert unknown == {
        "path": "dossier/actors/li.yml",
        "line": 4,
        "column": 10,
        "level": "error",
        "rule": "unknown-id",
        "message": "« chinne » n'est pas un acteur de genre « state » ;"
        " vouliez-vous dire « chine » ?",
    }
    found = [f"{each['path']}:{each['line']}:{each['column']}" for each in data["problems"]]
    assert found == places(run)


def test_sarif_names_rules_and_places(run):
    log = json.loads(run("--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    [made] = log["runs"]
    assert made["columnKind"] == "unicodeCodePoints"
    rules = [each["id"] for each in made["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result in made["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        [place] = result["locations"]
        assert place["physicalLocation"]["region"].keys() == {"startLine", "startColumn"}
    addresses = [
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in made["results"]
    ]
    assert "dossier/topics/a%20b%2Cc%25.yml" in addresses


def test_summary_says_how_much_was_checked(run):
    assert run().stderr.startswith("4 fiches, 0 article, 1 citation, ")
    assert " règles : 3 erreurs, 1 avertissement, " in run().stderr


def test_unknown_format_is_told(run):
    done = run("--format", "xml")
    assert done.exit_code == 2
    assert "sarif" in done.stderr


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("country: chinne", 10, ["country: chinne", "         ^"]),
        ("name: 王沪宁 x", 11, ["name: 王沪宁 x", " " * 13 + "^"]),
        ("a" * 300, 200, ["…" + "a" * 100 + "…", " " * 51 + "^"]),
        ("\x1b[31mrouge", 1, ["\ufffd[31mrouge", "^"]),
        ("   ", 1, []),
    ],
)
def test_a_terminal_shows_the_line_with_a_caret(line, column, shown):
    problem = Problem("d/a.yml", 2, column, "error", "unknown-id", "inconnu")
    report = Report((problem,), texts("fr"), texts={"d/a.yml": f"kind: x\r\n{line}\r\n"})
    head, *lines = click.unstyle(write_terminal(report)).splitlines()
    assert head == f"d/a.yml:2:{column}: erreur: inconnu [unknown-id]"
    assert [each.removeprefix("    ") for each in lines] == shown


def test_a_problem_of_a_file_that_is_not_read_has_no_line():
    report = Report((Problem("d/x.txt", 1, 1, "info", "file", "ignoré"),), texts("en"))
    assert click.unstyle(write_terminal(report)) == "d/x.txt:1:1: information: ignoré [file]\n"
