"""`dossier verify`: which quotes stand in the private full texts."""

import datetime as dt
import sys
from collections import Counter
from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option, find_today
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.cli.writing import stop_if_unread, write_text
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.dates import day
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.model.verification import VERIFIED_FILE
from mkdocs_dossier.rules.report import format_line
from mkdocs_dossier.source import load
from mkdocs_dossier.source.full_texts import find_full_texts
from mkdocs_dossier.trust.verify import verify, write_verified


@click.command("verify")
@dossier_option
@click.option(
    "--full-text",
    "full_text",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder of the full texts, whatever they are called.",
)
def command(folder: Path, full_text: Path) -> None:
    """Look up each quote in the full text of its article, and write verified.yml.

    Exits with 1 if a quote does not stand in its full text, or if no text is that of an article.

    \b
    For example:
      dossier verify --full-text dossier/fulltext
    """
    with ticking("verify"):
        loaded = load(folder)
    stop_if_unread(loaded.problems, folder)
    dossier = loaded.dossier
    say = texts(dossier.language)
    wanted = [each.full_text_sha256 for each in dossier.articles.values() if each.full_text_sha256]
    today = day(find_today(folder, say) or Day.of(dt.datetime.now(dt.UTC).date()))
    with ticking("verify"):
        full_texts = find_full_texts(full_text, wanted)
        verified, verdicts = verify(dossier, full_texts.found, today)
    write_text(folder / VERIFIED_FILE, write_verified(verified), say)
    for verdict in verdicts:
        if verdict.result == "missing":
            use = verdict.use
            origin = dossier.origins[use.holder.id]
            key = "near" if verdict.nearest else "far"
            message = say(f"provenance.verify.missing-{key}", passage=verdict.nearest)
            position = origin.locate((*use.path, "quote"))
            problem = Problem(origin.path, *position, "error", "quote-not-in-full-text", message)
            click.echo(format_line(problem, folder))
    counts = Counter(verdict.result for verdict in verdicts)
    summary = [say.plural(f"provenance.verify.{key}", counts[key]) for key in _RESULTS]
    click.echo(", ".join(summary), err=True)
    for file, hash_ in full_texts.strangers.items():
        key = "stranger" if hash_ else "large"
        click.echo(f"{file.as_posix()}: {say(f'provenance.verify.{key}', hash=hash_)}", err=True)
    sys.exit(counts["missing"] > 0 or bool(full_texts.strangers and not full_texts.found))


_RESULTS = ("found", "missing", "unread")
