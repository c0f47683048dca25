"""What all verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mkdocs_dossier.cli.writing import refuse_write
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.source import load
from mkdocs_dossier.source.history import EPOCH, InvalidEpoch, read_now
from mkdocs_dossier.source.journal import JOURNAL, Unsettled, settle
from mkdocs_dossier.source.site_settings import read_site_settings
from mkdocs_dossier.source.write import Unwritable

Decorated = Callable[..., Any]


def dossier_option(function: Decorated) -> Decorated:
    """`--dossier DIR`: the folder that holds dossier.yml."""
    return click.option(
        "--dossier",
        "folder",
        type=click.Path(path_type=Path),
        default=Path("dossier"),
        show_default=True,
        metavar="DIR",
        help="The folder of dossier.yml.",
        callback=_settle,
    )(function)


def _settle(context: click.Context, parameter: click.Parameter, folder: Path) -> Path:
    """Undo first what a verb left half-way when it was killed."""
    if not (folder / JOURNAL).is_file():
        return folder
    say = texts(load(folder).dossier.language)
    try:
        count = settle(folder, read_site_settings(folder.parent).docs)
    except Unsettled as error:
        journal = (folder / JOURNAL).as_posix()
        message = say("rename.unsettled", path=error.path.as_posix(), journal=journal)
        raise click.ClickException(message) from None
    except Unwritable as error:
        raise refuse_write(error.path, say, error.key, error.reason) from None
    if count:
        click.echo(say("rename.settled", count=count), err=True)
    return folder


def find_today(folder: Path, say: Texts) -> Day | None:
    """What day it is for the dossier. Raises click.ClickException for a number that is no day."""
    try:
        return read_now(folder)
    except InvalidEpoch as error:
        message = say("problems.epoch", variable=EPOCH, found=error)
        raise click.ClickException(message) from None
