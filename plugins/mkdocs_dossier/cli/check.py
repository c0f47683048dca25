"""`dossier check`: all problems of a dossier, one a line."""

import sys
from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.locales import texts
from mkdocs_dossier.rules import check
from mkdocs_dossier.rules.docs import check_docs, check_gaps
from mkdocs_dossier.rules.report import format_line, summarise
from mkdocs_dossier.source import load


@click.command("check")
@dossier_option
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of hand-written pages; by default `docs` beside the dossier.",
)
def command(folder: Path, docs: Path | None) -> None:
    """Print every problem, sorted, one a line; exit with 1 if any is an error."""
    loaded = load(folder)
    say = texts(loaded.dossier.language)
    docs = docs or folder.parent / "docs"
    problems = check(loaded)
    in_docs = sorted(check_docs(docs, say) + check_gaps(docs, say))
    for problem in problems:
        click.echo(format_line(problem, folder))
    for problem in in_docs:
        click.echo(format_line(problem, docs))
    problems += in_docs
    click.echo(summarise(problems, say), err=True)
    sys.exit(any(problem.level == "error" for problem in problems))
