"""What must not lie among hand-written pages: the site generator follows all that it finds."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.source.folder import list_entries, why_refused
from mkdocs_dossier.source.tree import Fault


def find_refused(folder: Path) -> Iterator[tuple[str, Fault]]:
    """Links, pipes and the like, folders too deep, files too large: the path of each, and why.

    The empty path stands for the folder itself.
    """
    if folder.is_symlink():
        yield "", Fault((1, 1), "file", "file.link")
        return
    for entry in list_entries(folder):
        if entry.name.startswith(".#") and not (folder / entry.path).exists():
            continue  # an editor's lock: a link that leads nowhere
        if fault := why_refused(entry):
            yield entry.path, fault
