"""`dossier reference`: every field of the data and every word of the vocabulary."""

from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.writing import write_text
from mkdocs_dossier.exports.reference import write_reference
from mkdocs_dossier.languages import texts
from mkdocs_dossier.source import load


@click.command("reference")
@dossier_option
@click.option(
    "--write",
    "page",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="PAGE",
    help="Put it at the end of a Markdown page, in place of what stood there.",
)
def command(folder: Path, page: Path | None) -> None:
    """Print every field of the data and every word of the dossier's vocabulary, as Markdown.

    \b
    For example:
      dossier reference --write docs/format.md
    """
    dossier = load(folder).dossier
    say = texts(dossier.language)
    made = write_reference(dossier.vocabulary, say)
    if page is None:
        click.echo(made, nl=False)
        return
    heading = made.partition("\n")[0]
    before = page.read_text(encoding="utf-8").partition(f"{heading}\n")[0]
    write_text(page, f"{before.rstrip()}\n\n{made}", say)
