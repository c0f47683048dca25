"""A comment on a proposal: a scoreboard, three samples a class, a link to the whole.

What the dossier holds stands in code spans alone: there, a forge makes no link, mentions nobody,
and reads neither HTML nor commands.
"""

import re
from collections.abc import Iterator

from mkdocs_dossier.cli.changes.report import GROUPS, ChangeReport, values_of
from mkdocs_dossier.curate.diff import Change
from mkdocs_dossier.rules.report import print_safely

SAMPLES = 3
_MOST = 160
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def write_markdown(report: ChangeReport, address: str = "") -> str:
    """`address`: of the report in HTML, checked before; empty: no link."""
    say = report.say
    unread = report.differences.unread
    more = f" – {say.plural('diff.unread-files', len(unread))}" if unread else ""
    lines = [f"### {say('diff.heading')}", "", f"**{report.verdict()}**{more}", ""]
    lines += [f"- **{name}**{say('grammar.colon')} {counts}" for name, counts in report.score()]
    for group in GROUPS:
        changes = report.of(group)
        if changes:
            lines += ["", *_write_samples(report, group, changes)]
    if address:
        lines += ["", f"[{say('diff.whole')}](<{address}>)"]
    return "\n".join(lines) + "\n"


def _write_samples(report: ChangeReport, group: str, changes: list[Change]) -> Iterator[str]:
    most = min(SAMPLES, len(changes))
    name = report.say(f"diff.group.{group}")
    yield f"**{name}** ({report.say('diff.samples', shown=most, count=len(changes))})"
    yield ""
    for each in changes[:most]:
        yield f"- {_write(report, each)}"


def _write(report: ChangeReport, change: Change) -> str:
    colon = f"{report.say('grammar.colon')} "
    names = [quote_code(each) for each in (change.name, change.fact) if each]
    said = report.title(change)
    values = " → ".join(map(quote_code, values_of(change)))
    mark = "⚠️ " if change.severity == "breaking" else ""
    head = f"{mark}{' – '.join(names)}{colon}{said}"
    return f"{head}{colon}{values}" if values else head


def quote_code(text: str) -> str:
    """A text as a code span of one line that nothing in it can end."""
    plain = print_safely(_INVISIBLE.sub("", " ".join(text.split())))
    shown = plain if len(plain) <= _MOST else f"{plain[: _MOST - 1]}…"
    if not shown:
        return "—"
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
