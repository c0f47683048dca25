"""`dossier stats`: the numbers of a dossier, and how they moved."""

import json
from pathlib import Path

import click

from mkdocs_dossier.cli.checking import read_revision
from mkdocs_dossier.cli.forms import VERSION
from mkdocs_dossier.cli.options import dossier_option, find_today
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.curate.stats import NUMBERS, count
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.coverage import Coverage


@click.command("stats")
@dossier_option
@click.option("--since", metavar="REV", help="Also how they moved since a commit, branch or tag.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="One number a line, or JSON.",
)
def command(folder: Path, since: str | None, format_: str) -> None:
    """Print how many records, facts, sources and gaps there are, and how well facts are supported.

    \b
    For example:
      dossier stats
      dossier stats --since v1.0
    """
    dossier = load(folder).dossier
    say = texts(dossier.language)
    today = find_today(folder, say)
    with ticking("stats"):
        now = _count(dossier, today)
    before = None
    if since is not None:
        with ticking("stats"), read_revision(folder, since, say) as past:
            before = _count(past.loaded.dossier, today)
    if format_ == "json":
        data = {"version": VERSION, "numbers": now} | (
            {"since": since, "before": before} if before else {}
        )
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo("".join(_write(now, before, say)), nl=False)


def _count(dossier: Dossier, today: Day | None) -> dict[str, int]:
    return count(dossier, Coverage(Indexes(dossier), today).gaps)


def _write(now: dict[str, int], before: dict[str, int] | None, say: Texts) -> list[str]:
    labels = {number: say(f"stats.{number}") for number in NUMBERS}
    width = max(map(len, labels.values()))
    lines = []
    for number in NUMBERS:
        moved = now[number] - before[number] if before else 0
        change = f"  {moved:+d}" if moved else ""
        lines.append(f"{labels[number]:<{width}}  {now[number]:>6}{change}\n")
    return lines
