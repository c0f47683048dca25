"""`dossier suggest`: names without a record, close spellings, short names left unlinked."""

import dataclasses
import json
import sys
from pathlib import Path

import click

from mkdocs_dossier.cli.articles import choose_articles
from mkdocs_dossier.cli.completing import complete_articles
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import track
from mkdocs_dossier.curate.suggestions import suggest
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages import texts
from mkdocs_dossier.source import load


@click.command("suggest")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...", shell_complete=complete_articles)
@dossier_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Lines to read, or JSON objects, one a line.",
)
def command(articles: tuple[str, ...], folder: Path, format_: str) -> None:
    """Suggest what the articles (all, unless some are given by id) lack, each with its YAML line.

    Nothing is changed.

    \b
    For example:
      dossier suggest
      dossier suggest 2024-03-kim-song-nam-pekin --format jsonl
    """
    dossier = load(folder).dossier
    say = texts(dossier.language)
    chosen = choose_articles(dossier, articles)
    kind = ""
    for each in suggest(Mentions(dossier), track(chosen, "suggest")):
        if format_ == "jsonl":
            line = json.dumps(dataclasses.asdict(each), ensure_ascii=False)
            sys.stdout.buffer.write(f"{line}\n".encode())
            continue
        if each.kind != kind:
            kind = each.kind
            click.echo(f"# {say(f'suggest.{kind}')}")
        click.echo(f"{each.count} × {each.form} ({', '.join(each.articles)})")
        for context in each.contexts:
            click.echo(f"    « {context} »")
        click.echo(f"    {each.file} → {each.yaml}")
    sys.stdout.flush()
