"""`dossier export`: the dossier in other formats, without a site."""

from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option, find_today
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.cli.writing import stop_if_unread, write_bytes
from mkdocs_dossier.exports import FORMATS, USUAL
from mkdocs_dossier.exports.format import MissingExtra
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages import texts
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.history import read_history
from mkdocs_dossier.source.site_settings import are_names_linked


@click.command("export")
@dossier_option
@click.option(
    "--format",
    "names",
    type=click.Choice(list(FORMATS)),
    multiple=True,
    help="A format; may be given several times. Without it, all but pdf are made.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder into which the files are written.",
)
@click.option(
    "--site",
    default="",
    metavar="URL",
    help="The address of the published site, for links that lead there.",
)
def command(folder: Path, names: tuple[str, ...], out: Path, site: str) -> None:
    """Write the dossier in other formats: tables, entities, citations, feeds, graphs.

    \b
    For example:
      dossier export --format csv --out data
    """
    loaded = load(folder)
    with ticking("export"):
        problems = check(loaded)
    stop_if_unread(problems, folder)
    dossier = loaded.dossier
    say = texts(dossier.language)
    root = folder.resolve().parent
    publication = Publication(
        Indexes(dossier),
        Mentions(dossier, automatic=are_names_linked(root)),
        f"{site.rstrip('/')}/" if site else "",
        find_today(folder, say),
        read_history(root),
        folder.resolve().name,
        write_prose_in(dossier.language),
    )
    for name in dict.fromkeys(names or [each.name for each in USUAL]):
        count = size = 0
        try:
            with ticking(f"export {name}"), pause_collection():
                for file in FORMATS[name].make(publication):
                    write_bytes(out / file.path, file.content, say)
                    count, size = count + 1, size + file.size
        except MissingExtra as error:
            raise click.ClickException(
                say("data.missing-extra", format=name, extra=error.extra)
            ) from None
        click.echo(say.plural("data.written", count, format=name, size=size), err=True)
