"""A Code Quality report, which GitLab shows beside the lines of a merge request."""

import hashlib
import json
from collections import Counter

from mkdocs_dossier.cli.formats.report import Report

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def write_gitlab(report: Report) -> str:
    """A JSON list of issues. A fingerprint holds no line, so that an issue that moves stays one."""
    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for each in report.problems:
        same = (each.path, each.rule, each.message)
        seen[same] += 1
        fingerprint = hashlib.sha256("\0".join([*same, str(seen[same])]).encode()).hexdigest()
        issues.append(
            {
                "description": each.message,
                "check_name": each.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[each.level],
                "location": {"path": each.path, "lines": {"begin": each.line}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
