"""`dossier coverage`: what the dossier still lacks."""

import json
from collections import Counter
from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option, find_today
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import texts
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.coverage import KINDS, Coverage


@click.command("coverage")
@dossier_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="One gap a line, or a JSON list.",
)
def command(folder: Path, format_: str) -> None:
    """Print what the dossier still lacks, with file and line.

    \b
    For example:
      dossier coverage
      dossier coverage --format json
    """
    dossier = load(folder).dossier
    say = texts(dossier.language)
    today = find_today(folder, say)
    with ticking("coverage"):
        gaps = Coverage(Indexes(dossier), today).gaps
    if format_ == "json":
        click.echo(json.dumps([gap.as_json() for gap in gaps], ensure_ascii=False, indent=2))
        return
    for gap in gaps:
        where = f"{(folder / gap.path).as_posix()}:{gap.line}:{gap.column}"
        click.echo(f"{where}: {say(f'coverage.{gap.kind}.title')}: {gap.text} [{gap.kind}]")
    counts = Counter(gap.kind for gap in gaps)
    for kind in KINDS:
        click.echo(f"{say(f'coverage.{kind}.title')}: {counts[kind]}", err=True)
