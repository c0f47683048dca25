"""A family of MkDocs plugins that publish a curated dossier of press articles."""

import atexit
import gc

__version__ = "0.1.0"


def collect_seldom() -> None:
    """Look for garbage seldom in this process, before all else is imported: nearly all that is
    imported and made stays until the end, when it is not looked through once more.
    """
    gc.set_threshold(20_000, 50, 100)
    atexit.register(gc.freeze)
