"""`dossier mentions`: where articles name records."""

import json
import sys
from pathlib import Path

import click

from mkdocs_dossier.cli.articles import choose_articles
from mkdocs_dossier.cli.completing import complete_articles
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import track
from mkdocs_dossier.names.reader import Reader
from mkdocs_dossier.source import load
from mkdocs_dossier.source.full_texts import find_full_texts


@click.command("mentions")
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
@click.option(
    "--full-text",
    "full_text",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Read the private full texts in DIR instead of the published bodies.",
)
def command(articles: tuple[str, ...], folder: Path, format_: str, full_text: Path | None) -> None:
    """Print every mention of a record in the articles (all, unless some are given by id).

    Offsets count code points of the file from the character after the newline of the closing
    `---`; with --full-text, from the beginning of that file.

    \b
    For example:
      dossier mentions 2024-03-kim-song-nam-pekin
      dossier mentions --full-text dossier/fulltext --format jsonl
    """
    dossier = load(folder).dossier
    chosen = choose_articles(dossier, articles)
    reader = Reader(dossier)
    wanted = [each.full_text_sha256 for each in chosen if each.full_text_sha256]
    full_texts = find_full_texts(full_text, wanted).found if full_text else {}
    for article in track(chosen, "mentions", printing=True):
        if full_text is None:
            text, found = article.text, reader.read_article(article)
        elif article.full_text_sha256 in full_texts:
            text = full_texts[article.full_text_sha256]
            found = reader.read_full_text(text, article)
        else:
            continue
        for mention in found.mentions:
            surface = text[mention.start : mention.end]
            if format_ == "jsonl":
                line = {
                    "article": article.id,
                    "start": mention.start,
                    "end": mention.end,
                    "surface": surface,
                    "record": mention.record,
                    "how": mention.how,
                }
                sys.stdout.buffer.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())
            else:
                place = f"{article.id}:{mention.start}-{mention.end}"
                shown = " ".join(surface.split())
                click.echo(f"{place}: {shown} → {mention.record} ({mention.how})")
    sys.stdout.flush()
