"""SARIF 2.1.0, the form in which analysers tell each other what they found (OASIS)."""

import importlib.metadata
import json
from typing import Any
from urllib.parse import quote

from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.problem import Problem

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write_sarif(report: Report) -> str:
    """One run, with the rules that found something."""
    rules = sorted({each.rule for each in report.problems})
    driver = {
        "name": "dossier",
        "version": importlib.metadata.version("mkdocs-dossier"),
        "rules": [_describe(rule, report.say) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_write_result(each, rules) for each in report.problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _describe(rule: str, say: Texts) -> dict[str, Any]:
    why = f"rules.{rule}"
    return {"id": rule, "shortDescription": {"text": say(why) if why in say else rule}}


def _write_result(problem: Problem, rules: list[str]) -> dict[str, Any]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": quote(problem.path)}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": _LEVELS[problem.level],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }
