"""`dossier release`: an archive copy of the dossier as it stands in a commit."""

import tempfile
from pathlib import Path

import click

from mkdocs_dossier.cli.editions import make_edition
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.exports.edition import NAME
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.web import is_web_address
from mkdocs_dossier.source import load
from mkdocs_dossier.source.write import move_folder


@click.command("release")
@dossier_option
@click.argument("name")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder of the edition, which must not be there yet.",
)
@click.option("--site", default="", metavar="URL", help="The address of the published site.")
@click.option(
    "--commit",
    "revision",
    default="HEAD",
    show_default=True,
    metavar="REVISION",
    help="The commit, branch or tag that it is made from.",
)
def command(folder: Path, name: str, out: Path, site: str, revision: str) -> None:
    """Make an edition: the built site, the data in all formats, and what cites and proves them.

    It is made from what is committed, and nothing else. `dossier verify-edition` makes it again.

    \b
    For example:
      dossier release 2026-11 --out editions/2026-11
    """
    say = texts(load(folder).dossier.language)
    if not NAME.fullmatch(name):
        raise click.BadParameter(say("edition.name", found=name), param_hint="NAME")
    if out.exists():
        raise click.ClickException(say("edition.there", path=out.as_posix()))
    address = f"{site.rstrip('/')}/" if site else ""
    if address and not is_web_address(address):
        raise click.BadParameter(say("problems.web-address", found=site), param_hint="--site")
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "edition"
        with ticking("release"):
            commit = make_edition(folder, revision, name, address, made, say)
        out.parent.mkdir(parents=True, exist_ok=True)
        move_folder(made, out)
    click.echo(say("edition.made", name=name, path=out.as_posix(), commit=commit[:12]), err=True)
