"""`dossier check`: all problems of a dossier, one a line.

What judging needs is imported late: where nothing changed nothing is judged, and else there is time
for it while another process reads.
"""

import contextlib
import importlib
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import click

from mkdocs_dossier.cli.completing import complete_rules
from mkdocs_dossier.cli.formats import FORMATS
from mkdocs_dossier.cli.formats.report import Report, read_report, write_report
from mkdocs_dossier.cli.formats.terminal import write_terminal
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.render.kept import CACHE, Kept
from mkdocs_dossier.render.processes import can_fork_beside_threads, start
from mkdocs_dossier.rules.manual import explain, list_rules
from mkdocs_dossier.rules.report import print_safely
from mkdocs_dossier.source import load
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.history import is_tracked
from mkdocs_dossier.source.load import Loaded
from mkdocs_dossier.source.site_settings import SiteSettings, read_site_settings
from mkdocs_dossier.source.stamp import stamp_folders

Done = TypeVar("Done")


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
@click.option(
    "--explain",
    "rule",
    metavar="RULE",
    shell_complete=complete_rules,
    help="Say why a rule is there, and leave.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Only the problems that are new since a commit, branch or tag, and those mended.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="First mend what has one right answer: order of fields, spacing, quoted dates, sorted"
    " lists; a date or a label of the vocabulary that is an error and can be written in one way"
    " only. Comments stay, and nothing that is right changes.",
)
def command(
    folder: Path, docs: Path | None, format_: str, rule: str | None, since: str | None, fix: bool
) -> None:
    """Print every problem, sorted; exit with 1 if any is an error.

    \b
    For example:
      dossier check
      dossier check --fix
      dossier check --since main
      dossier check --explain few-origins
      dossier check --format gitlab > gl-code-quality-report.json
    """
    if rule is not None or fix:
        with ticking("check"):
            dossier = load(folder).dossier
        if rule is not None:
            _explain(rule, texts(dossier.language))
            return
        from mkdocs_dossier.cli.fixing import fix_all

        fix_all(folder, dossier, texts(dossier.language))
    site = read_site_settings(folder.parent)
    docs = docs or site.docs
    kept = _open_kept(folder)
    site = replace(site, docs=docs)
    with pause_collection():  # what is made stays to the end
        if since is None:
            report = _check_kept(folder, docs, site, kept)
        else:
            report = _check_since(folder, docs, site, since, kept)
    kept.save(drop=False)
    write = FORMATS[format_]
    if format_ == "text" and sys.stdout.isatty():
        write = write_terminal
    click.echo(write(report), nl=False, color=False if os.environ.get("NO_COLOR") else None)
    click.echo(report.summary(), err=True)
    sys.exit(any(problem.level == "error" for problem in report.problems))


def _open_kept(folder: Path) -> Kept:
    """What earlier runs found, beside a site, where builds keep theirs too."""
    cache = folder.parent / CACHE if (folder.parent / "mkdocs.yml").exists() else None
    if cache and is_tracked(cache):
        say = texts(load(folder).dossier.language)
        raise click.ClickException(say("site.tracked-cache", path=cache.as_posix()))
    return Kept(cache)


def _check_kept(folder: Path, docs: Path, site: SiteSettings, kept: Kept) -> Report:
    """The report on the files as they are; the last one, where each byte of them is the same."""
    made_from = (stamp_folders(folder, docs), repr(site), folder.as_posix())
    last = kept.last("report", made_from)
    if last is not None:
        return read_report(last)
    _, report = _check(folder, docs, site, kept)
    with contextlib.suppress(TypeError):  # a file's name that is no UTF-8
        kept.put_last("report", made_from, write_report(report))
    return report


def _check_since(folder: Path, docs: Path, site: SiteSettings, since: str, kept: Kept) -> Report:
    """The report on what a revision had not, and had."""
    from mkdocs_dossier.cli.checking import compare_since

    loaded, report = _check(folder, docs, site, kept)
    with ticking(f"check --since {print_safely(since)}"):
        change = compare_since(since, loaded, [*report.problems], site, folder, docs)
    brought, mended = tuple(change.brought), tuple(change.mended)
    return replace(report, problems=brought, mended=mended, since=since)


def _check(folder: Path, docs: Path, site: SiteSettings, kept: Kept) -> tuple[Loaded, Report]:
    with ticking("check"):
        loaded = load(folder, kept, _start if can_fork_beside_threads() else None)
        from mkdocs_dossier.cli.checking import check_all

        say = texts(loaded.dossier.language)
        report = cache(partial(_report, loaded, folder))

        def meanwhile() -> None:
            kept.flush()
            report()

        found = check_all(loaded, site, say, folder, docs, kept, meanwhile)
        return loaded, replace(report(), problems=tuple(found))


def _start(job: Callable[[], Done]) -> Callable[[], Done]:
    """Begin a job in a process beside this one; meanwhile, import what only judging needs."""
    wait = start(job)
    importlib.import_module("mkdocs_dossier.cli.checking")
    return wait


def _explain(rule: str, say: Texts) -> None:
    """Print the manual of a rule. Raises click.ClickException where there is none."""
    known = list_rules(say)
    if rule not in known:
        near = nearest(rule, known)
        answer = say("did-you-mean", nearest=near) if near else ""
        listed = say("explain.list", known=", ".join(known))
        raise click.ClickException(f"{say('explain.unknown', found=rule)}{answer}\n{listed}")
    click.echo(explain(rule, say), nl=False)


def _report(loaded: Loaded, folder: Path) -> Report:
    """How much is looked at; of no problem yet."""
    from mkdocs_dossier.rules.all_rules import RULES

    dossier = loaded.dossier
    everything = [dossier.settings, *dossier.everything()]
    sources = (source for each in everything for _, source in each.find(Source))
    origins = dossier.origins.values()
    return Report(
        (),
        texts(dossier.language),
        records=sum(1 for _ in dossier.records()),
        articles=len(dossier.articles),
        quotes=sum(1 for each in sources if each.quote),
        rules=len(RULES),
        texts={(folder / each.path).as_posix(): each.text for each in origins},
    )
