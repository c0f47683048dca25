"""One problem a line, for people and for grep; and JSON, for programs."""

import json
from dataclasses import asdict
from pathlib import Path

from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.rules.report import format_line


def write_text(report: Report) -> str:
    """`dossier/events/x.yml:12:9: error: … [unknown-id]`, one a line."""
    return "".join(f"{format_line(each, Path())}\n" for each in report.problems)


def write_json(report: Report) -> str:
    """`{"checked": {…}, "problems": [{"path", "line", "column", "level", "rule", "message"}]}`."""
    checked = {each: getattr(report, each) for each in ("records", "articles", "quotes", "rules")}
    problems = [asdict(each) for each in report.problems]
    data = {"checked": checked, "problems": problems}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
