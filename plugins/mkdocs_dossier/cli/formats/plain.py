"""One problem a line, for people and for grep; and JSON, for programs."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.cli.forms import VERSION
from mkdocs_dossier.rules.report import format_line, format_message, format_place


def write_text(report: Report) -> str:
    """`dossier/events/x.yml:12:9: error: … [unknown-id]`, one a line; what was mended, last.

    That stands where it was: `dossier/events/x.yml:12:9: mended: … [unknown-id]`.
    """
    lines = [format_line(each, Path()) for each in report.problems]
    for each in report.mended:
        lines.append(f"{format_place(each, Path())}: mended: {format_message(each)}")
    return "".join(f"{line}\n" for line in lines)


def write_json(report: Report) -> str:
    """Problems, and how much was checked, in the form `check`."""
    checked = {each: getattr(report, each) for each in ("records", "articles", "quotes", "rules")}
    problems = [asdict(each) for each in report.problems]
    data: dict[str, Any] = {"version": VERSION, "checked": checked, "problems": problems}
    if report.since is not None:
        data |= {"since": report.since, "mended": [asdict(each) for each in report.mended]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
