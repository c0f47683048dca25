"""`dossier check`: all problems of a dossier, one a line."""

import sys
from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.locales import texts
from mkdocs_dossier.rules import check
from mkdocs_dossier.rules.report import format_line, summarise
from mkdocs_dossier.source import load


@click.command("check")
@dossier_option
def command(folder: Path) -> None:
    """Print every problem, sorted, one a line; exit with 1 if any is an error."""
    loaded = load(folder)
    problems = check(loaded)
    for problem in problems:
        click.echo(format_line(problem, folder))
    click.echo(summarise(problems, texts(loaded.dossier.language)), err=True)
    sys.exit(any(problem.level == "error" for problem in problems))
