"""The change as data, for programs: its form is that of change-report.schema.json."""

import importlib.resources
import json
from dataclasses import asdict
from typing import Any

from mkdocs_dossier.cli.changes.report import ChangeReport

VERSION = 1
SCHEMA = "change-report.schema.json"


def write_json(report: ChangeReport) -> str:
    """A new field may come; none goes or changes its meaning without another `version`."""
    differences = report.differences
    data = {
        "version": VERSION,
        "base": report.base,
        "head": report.head or None,
        "severity": differences.severity,
        "score": differences.score,
        "changes": [asdict(each) for each in differences.changes],
        "unread": list(differences.unread),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def read_schema() -> dict[str, Any]:
    """The JSON Schema of what `write_json` gives."""
    text = importlib.resources.files(__package__).joinpath(SCHEMA).read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
