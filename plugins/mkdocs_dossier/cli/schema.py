"""`dossier schema`: the JSON Schemas of the data format, for editors."""

import json
from pathlib import Path

import click

from mkdocs_dossier.cli.forms import FORMS, read_form
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.writing import write_text
from mkdocs_dossier.exports.schema import MODELS, make_schema
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.source import load


@click.command("schema")
@dossier_option
@click.argument("name", type=click.Choice(sorted([*MODELS, *FORMS])), required=False)
@click.option(
    "--write",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write all schemas into a folder, one NAME.json each.",
)
def command(folder: Path, name: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a folder's files, of dossier.yml or vocabulary.yml; or, by a
    command's name (check, coverage, diff, impact, stats), of what it prints as JSON.

    It holds the words of the vocabulary with their labels, the ids of the dossier with their
    names, and what each field is for, in French and English.

    \b
    An editor is led to it by a file's first line:
      # yaml-language-server: $schema=../../schema/actors.json

    \b
    For example:
      dossier schema actors
      dossier schema --write schema
    """
    if (name is None) == (out is None):
        raise click.UsageError("give either a NAME or --write DIR")
    dossier = load(folder).dossier
    say = texts(dossier.language)
    if name in FORMS:
        click.echo(json.dumps(read_form(name), ensure_ascii=False, indent=2))
    elif name:
        click.echo(_render(name, dossier))
    if out:
        for each in sorted(MODELS):
            write_text(out / f"{each}.json", f"{_render(each, dossier)}\n", say)


def _render(name: str, dossier: Dossier) -> str:
    return json.dumps(make_schema(name, dossier), ensure_ascii=False, indent=2, sort_keys=True)
