"""`dossier addresses`: every address that the site must keep."""

from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.writing import stop_if_unread, write_text
from mkdocs_dossier.index.addresses import Addresses, read_addresses
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.dossier import ADDRESSES_FILE
from mkdocs_dossier.source import load


@click.command("addresses")
@dossier_option
@click.option("--write", is_flag=True, help="Add the new ones to addresses.txt.")
def command(folder: Path, write: bool) -> None:
    """Print the addresses that addresses.txt does not hold yet, or add them with --write.

    What stands in it is never removed: `dossier check` fails on an address that is lost.

    \b
    For example:
      dossier addresses
      dossier addresses --write
    """
    loaded = load(folder)
    dossier = loaded.dossier
    say = texts(dossier.language)
    kept = {address for _, address in read_addresses(dossier.origins[ADDRESSES_FILE].text)}
    live = Addresses(dossier, say).live()
    for address in sorted(live - kept):
        click.echo(address)
    if write and folder.is_dir():
        stop_if_unread((each for each in loaded.problems if each.path == ADDRESSES_FILE), folder)
        lines = "".join(f"{address}\n" for address in sorted(live | kept))
        write_text(folder / ADDRESSES_FILE, lines, say)
