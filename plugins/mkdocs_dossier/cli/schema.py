"""`dossier schema`: the JSON Schemas of the data format, for editors."""

import json
from pathlib import Path
from typing import Any

import click

from mkdocs_dossier.cli.changes.data import read_schema
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.writing import write_text
from mkdocs_dossier.locales import texts
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import Settings
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.model.vocabulary import TERMS, Vocabulary
from mkdocs_dossier.source import load
from mkdocs_dossier.source.vocabulary import VocabularyFile

MODELS: dict[str, type[Value]] = {
    **{section.folder: section.model for section in SECTIONS},
    "dossier": Settings,
    "vocabulary": VocabularyFile,
}


REPORT = "diff"
"""The name under which the form of `dossier diff --format json` is printed."""


@click.command("schema")
@dossier_option
@click.argument("name", type=click.Choice(sorted([*MODELS, REPORT])), required=False)
@click.option(
    "--write",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write all schemas into a folder, one NAME.json each.",
)
def command(folder: Path, name: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a folder's files, of dossier.yml, vocabulary.yml, or of a diff.

    It knows the words of the dossier's vocabulary. An editor is led to it by a file's first line:
    # yaml-language-server: $schema=../../schemas/actors.json
    """
    if (name is None) == (out is None):
        raise click.UsageError("give either a NAME or --write DIR")
    dossier = load(folder).dossier
    words, say = dossier.vocabulary, texts(dossier.language)
    if name == REPORT:
        click.echo(json.dumps(read_schema(), ensure_ascii=False, indent=2))
    elif name:
        click.echo(_render(name, words))
    if out:
        for each in sorted(MODELS):
            write_text(out / f"{each}.json", f"{_render(each, words)}\n", say)


def _render(name: str, words: Vocabulary) -> str:
    model = MODELS[name]
    section = model.section if issubclass(model, Identified) else ""
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    _add_words(schema, words, section)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)


def _add_words(schema: Any, words: Vocabulary, section: str) -> None:
    """Lets each reference to a word of the vocabulary list the words that there are."""
    if isinstance(schema, dict):
        title = schema.get("title")
        if isinstance(title, str) and (term := title.removeprefix("id: ")) in TERMS:
            schema["enum"] = words.terms(term, section)
        for each in schema.values():
            _add_words(each, words, section)
    elif isinstance(schema, list):
        for each in schema:
            _add_words(each, words, section)
