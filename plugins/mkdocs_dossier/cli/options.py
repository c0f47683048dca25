"""What all verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

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
