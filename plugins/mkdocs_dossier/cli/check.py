"""`dossier check`: all problems of a dossier, one a line."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_dossier.cli.formats import FORMATS
from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.cli.formats.terminal import write_terminal
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.locales import Texts, texts
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.rules import RULES, check
from mkdocs_dossier.rules.docs import check_docs, check_pages
from mkdocs_dossier.rules.manual import explain, list_rules
from mkdocs_dossier.source import load
from mkdocs_dossier.source.load import Loaded
from mkdocs_dossier.source.site_settings import read_site_settings


@click.command("check")
@dossier_option
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of hand-written pages; by default `docs` beside the dossier.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="One problem a line (on a terminal with colours and the line), annotations of GitHub,"
    " a Code Quality report of GitLab, JSON or SARIF.",
)
@click.option("--explain", "rule", metavar="RULE", help="Say why a rule is there, and leave.")
def command(folder: Path, docs: Path | None, format_: str, rule: str | None) -> None:
    """Print every problem, sorted; exit with 1 if any is an error.

    \b
    For example:
      dossier check
      dossier check --explain few-origins
      dossier check --format gitlab > gl-code-quality-report.json
    """
    loaded = load(folder)
    say = texts(loaded.dossier.language)
    if rule is not None:
        _explain(rule, say)
        return
    site = read_site_settings(folder.parent)
    docs = docs or site.docs
    pages = check_pages(docs, loaded.dossier, say, trusted=site.trusted, links=site.links)
    problems = [
        *_place(check(loaded), folder),
        *_place(sorted([*check_docs(docs, say), *pages]), docs),
    ]
    report = _report(loaded, folder, tuple(problems))
    write = FORMATS[format_]
    if format_ == "text" and sys.stdout.isatty():
        write = write_terminal
    click.echo(write(report), nl=False, color=False if os.environ.get("NO_COLOR") else None)
    click.echo(report.summary(), err=True)
    sys.exit(any(problem.level == "error" for problem in problems))


def _explain(rule: str, say: Texts) -> None:
    """Print the manual of a rule. Raises click.ClickException where there is none."""
    known = list_rules(say)
    if rule not in known:
        near = nearest(rule, known)
        answer = say("did-you-mean", nearest=near) if near else ""
        listed = say("explain.list", known=", ".join(known))
        raise click.ClickException(f"{say('explain.unknown', found=rule)}{answer}\n{listed}")
    click.echo(explain(rule, say), nl=False)


def _place(problems: list[Problem], folder: Path) -> Iterator[Problem]:
    """The problems with paths from the current folder."""
    return (replace(each, path=(folder / each.path).as_posix()) for each in problems)


def _report(loaded: Loaded, folder: Path, problems: tuple[Problem, ...]) -> Report:
    dossier = loaded.dossier
    everything = [dossier.settings, *dossier.everything()]
    values = (value for each in everything for _, value in each.walk())
    origins = dossier.origins.values()
    return Report(
        problems,
        texts(dossier.language),
        records=sum(1 for _ in dossier.records()),
        articles=len(dossier.articles),
        quotes=sum(1 for each in values if isinstance(each, Source) and each.quote),
        rules=len(RULES),
        texts={(folder / each.path).as_posix(): each.text for each in origins},
    )
