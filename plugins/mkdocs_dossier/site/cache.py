"""Where a site's rendered pieces are kept."""

import os
from pathlib import Path

from mkdocs.exceptions import PluginError

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.render.kept import CACHE, CACHE_VARIABLE, Kept
from mkdocs_dossier.source.history import is_tracked


def open_cache(root: Path, say: Texts) -> Kept:
    """The cache of a project. Raises PluginError for one that a proposal brought along."""
    folder = Path(os.environ.get(CACHE_VARIABLE) or root / CACHE)
    if is_tracked(folder):
        raise PluginError(say("site.tracked-cache", path=CACHE))
    return Kept(folder)
