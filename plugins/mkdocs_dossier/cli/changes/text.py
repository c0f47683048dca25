"""One change a line, for people and for grep."""

from mkdocs_dossier.cli.changes.report import ChangeReport, values_of
from mkdocs_dossier.rules.report import print_safely

_MOST = 160


def write_text(report: ChangeReport) -> str:
    """`major: Li Qiang: fonction, modification (début): ministre: mars 2023 → avril 2023`."""
    lines = []
    for each in report.differences.changes:
        values = " → ".join(map(_cut, values_of(each)))
        parts = [each.severity, each.name or each.path, report.title(each), _cut(each.fact), values]
        lines.append(": ".join(" ".join(part.split()) for part in parts if part))
    for path in report.differences.unread:
        lines.append(f"{path}: {report.say('diff.unread')}")
    for name, counts in report.score():
        lines.append(f"{name}{report.say('grammar.colon')} {counts}")
    lines.append(report.verdict())
    return "".join(f"{print_safely(line)}\n" for line in lines)


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
