"""Files in, model out: every value with its position, every fault with a message."""

from mkdocs_dossier.source.load import Loader, load

__all__ = ["Loader", "load"]
