"""What must not lie among hand-written pages: the site generator follows all that it finds."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.source.folder import list_entries, why_refused
from mkdocs_dossier.source.tree import Fault

PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_GAP = re.compile(r"\*\*\[(?P<gap>[^\]\n]+)\]\*\*")


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


def find_gaps(folder: Path) -> Iterator[tuple[str, Fault]]:
    """Pages on which a template leaves something to fill in, `**[address]**`: the first place.

    Only files that may be followed are read, see `find_refused`.
    """
    for entry in [] if folder.is_symlink() else list_entries(folder):
        if entry.path.endswith(".md") and not why_refused(entry):
            text = (folder / entry.path).read_text(encoding="utf-8", errors="replace")
            gaps = list(_GAP.finditer(text))
            if gaps:
                at = gaps[0].start()
                place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
                values = {"found": gaps[0]["gap"], "count": str(len(gaps))}
                yield entry.path, Fault(place, "template-gap", "template-gap", values, "warning")
