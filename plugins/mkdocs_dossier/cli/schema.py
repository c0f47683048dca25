"""`dossier schema`: the JSON Schemas of the data format, for editors."""

import json
from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Settings
from mkdocs_dossier.model.records import RECORDS

_MODELS = {**RECORDS, "articles": Article, "dossier": Settings}


@click.command("schema")
@dossier_option
@click.argument("section", type=click.Choice(sorted(_MODELS)))
def command(folder: Path, section: str) -> None:
    """Print the JSON Schema of a section's files."""
    schema = _MODELS[section].model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True))
