"""What all verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.source.history import EPOCH, InvalidEpoch, read_now

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
    )(function)


def find_today(folder: Path, say: Texts) -> Day | None:
    """What day it is for the dossier. Raises click.ClickException for a number that is no day."""
    try:
        return read_now(folder)
    except InvalidEpoch as error:
        message = say("problems.epoch", variable=EPOCH, found=error)
        raise click.ClickException(message) from None
