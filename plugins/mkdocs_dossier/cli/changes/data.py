"""The change as data, for programs, in the form `diff`."""

import json
from dataclasses import asdict

from mkdocs_dossier.cli.changes.report import ChangeReport
from mkdocs_dossier.cli.forms import VERSION


def write_json(report: ChangeReport) -> str:
    """A report as JSON."""
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
