"""`dossier verify-edition`: whether an edition is whole, and what its commit gives."""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from mkdocs_dossier.cli.editions import make_edition
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.exports.edition import (
    EDITION,
    SUMS,
    InvalidEdition,
    read_edition,
    read_sums,
    sum_files,
)
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.source import load

_SHOWN = 20


@click.command("verify-edition")
@dossier_option
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--sums-only", is_flag=True, help="Only look whether the files are those listed.")
def command(folder: Path, edition: Path, sums_only: bool) -> None:
    """Look whether the files of an edition are those listed, then make it again and compare.

    It is made with the program that is installed: another version may give other bytes.

    \b
    For example:
      dossier verify-edition editions/2026-11
      dossier verify-edition editions/2026-11 --sums-only
    """
    say = texts(load(folder).dossier.language)
    try:
        listed = read_sums(_read(edition / SUMS))
        known = read_edition(_read(edition / EDITION))
    except InvalidEdition as error:
        message = say(f"edition.{error.key}", **error.values)
        raise click.ClickException(message) from None
    _compare(listed, sum_files(edition), "edition", say)
    if not sums_only:
        with tempfile.TemporaryDirectory() as scratch:
            again = Path(scratch) / "edition"
            make_edition(folder, known.commit, known.name, known.site, again, say)
            _compare(listed, sum_files(again), "again", say)
    click.echo(say.plural("edition.whole", len(listed), commit=known.commit[:12]))


def _read(path: Path) -> str:
    if path.is_symlink():
        raise InvalidEdition("unreadable", path=path.name)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise InvalidEdition("unreadable", path=path.name) from None


def _compare(listed: Mapping[str, str], found: Mapping[str, str], where: str, say: Texts) -> None:
    """Print what differs, and exit with 1 if anything does."""
    differing = sorted(path for path in {*listed, *found} if listed.get(path) != found.get(path))
    for path in differing[:_SHOWN]:
        key = (
            "changed"
            if path in listed and path in found
            else ("missing" if path in listed else "added")
        )
        click.echo(say(f"edition.{where}-{key}", path=path))
    if differing:
        click.echo(say.plural("edition.differs", len(differing)), err=True)
        sys.exit(1)
