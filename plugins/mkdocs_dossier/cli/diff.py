"""`dossier diff`: what a change means, and what it does to the trust in the facts."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from mkdocs_dossier.cli.changes.data import write_json
from mkdocs_dossier.cli.changes.html import write_html
from mkdocs_dossier.cli.changes.markdown import write_markdown
from mkdocs_dossier.cli.changes.report import ChangeReport
from mkdocs_dossier.cli.changes.text import write_text
from mkdocs_dossier.cli.checking import read_revision
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.cli.writing import write_text as write_to
from mkdocs_dossier.curate.diff import compare_dossiers
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.web import is_web_address
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.rules.report import print_safely
from mkdocs_dossier.source import load
from mkdocs_dossier.source.load import Loaded

EXIT_CODES = {"minor": 3, "major": 4, "breaking": 5}
_FORMATS = ("text", "markdown", "json", "html")
_NEEDED = ("unknown-id", "vocabulary", "relation-ends", "self-relation", "part-of-circle")
_FAIL = ("breaking", "major", "minor", "never")


@click.command("diff")
@dossier_option
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="One change a line; a short report for a comment; data (dossier schema diff says its"
    " form); or a page with both versions of each passage, graph and matrix.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to a file instead.",
)
@click.option(
    "--report-url",
    "address",
    metavar="URL",
    help="Where the HTML report will be: a Markdown report leads there.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL),
    default="breaking",
    show_default=True,
    help="The least severity that makes the exit code speak of it.",
)
def command(
    folder: Path,
    base: str,
    head: str | None,
    format_: str,
    output: Path | None,
    address: str | None,
    fail_on: str,
) -> None:
    """Say what changed from revision BASE to HEAD, or to the files as they are, in meaning.

    Records, statements, ties, dates and offices, and the trust in them. `main...` stands for where
    the current commit parted from main. Nothing is checked out.

    \b
    Exit code: 0, or that of the gravest change if it is as grave as --fail-on:
      5  breaking: an address or a last origin is lost, a verified quote is edited
      4  major: something is removed, a date or a status changes, one origin is left
      3  minor: anything else
      1  a revision or a file cannot be read or written

    \b
    For example:
      dossier diff main
      dossier diff v1.0 v1.1 --format html --output change.html
      dossier diff main... --format markdown --fail-on never
    """
    loaded = load(folder)
    say = texts(loaded.dossier.language)
    if address is not None and not is_web_address(address):
        raise click.ClickException(print_safely(say("diff.no-address", found=address)))
    with (
        ticking("diff"),
        read_revision(folder, base, say) as past,
        _read_head(folder, head, loaded, say) as now,
    ):
        before, after = Side(past.loaded), Side(now)
        differences = compare_dossiers(before.dossier, after.dossier)
        report = ChangeReport(differences, base, head or "", say)
        writers: dict[str, Callable[[], str]] = {
            "text": lambda: write_text(report),
            "markdown": lambda: write_markdown(report, address or ""),
            "json": lambda: write_json(report),
            "html": lambda: write_html(report, before.drawable, after.drawable),
        }
        written = writers[format_]()
    for name, side in ((base, before), (head or folder.as_posix(), after)):
        if side.errors:
            message = say.plural("diff.errors", side.errors, side=name)
            click.echo(print_safely(message), err=True)
    if output:
        write_to(output, written, say)
    else:
        click.echo(written, nl=False)
    severity = differences.severity
    if severity and fail_on != "never" and _FAIL.index(severity) <= _FAIL.index(fail_on):
        sys.exit(EXIT_CODES[severity])


@contextmanager
def _read_head(folder: Path, head: str | None, loaded: Loaded, say: Texts) -> Iterator[Loaded]:
    if head is None:
        yield loaded
        return
    with read_revision(folder, head, say) as past:
        yield past.loaded


@dataclass(frozen=True)
class Side:
    """One of the two dossiers, as it was loaded."""

    loaded: Loaded

    @property
    def dossier(self) -> Dossier:
        """What could be read."""
        return self.loaded.dossier

    @cached_property
    def errors(self) -> int:
        """How many errors it has, of those that a comparison or a figure rests on."""
        return sum(each.level == "error" for each in check(self.loaded, _NEEDED))

    @property
    def drawable(self) -> Dossier | None:
        """The dossier, if nothing in it is wrong: figures rest on each id that is written."""
        return None if self.errors else self.dossier
