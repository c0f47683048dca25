"""The files that pages need beside them: style, script, fonts, and the dossier's own images."""

import importlib.resources
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.features import Features

FOLDER = "assets/dossier"
# What each script works on.
_SCRIPTS = {
    "views": (" data-filter=",),
    "statements": ("d-filter-trust",),
    "citations": (" data-copy=",),
    "previews": (" data-record=",),
    "lens": (" data-origins=", " data-tally="),
    "query": (" data-query=",),
}


@frozen
class Asset:
    """A file of the site: its address from the root, and its content, or where that is, or what
    gives its parts; nothing, if there is none any more. `size` is that of all its parts.

    `closed`: HTML that brings a policy of its own, stricter than that of the site's pages.
    """

    address: str
    content: bytes | None = None
    file: Path | None = None
    closed: bool = False
    make: Callable[[], Iterable[bytes] | None] | None = None
    size: int = 0


def picture_address(path: str) -> str:
    """Where the site has a picture of the dossier."""
    return f"{FOLDER}/images/{path}"


def asset_files(dossier: Dossier, folder: Path, shown: Iterable[str]) -> Iterator[Asset]:
    """All shipped assets, then the pictures of records and those `shown` in prose, from `folder`.

    The latter two are paths in the dossier.
    """
    root = importlib.resources.files("mkdocs_dossier.pages").joinpath("assets")
    for address, entry in sorted(_walk(root, FOLDER)):
        yield Asset(address, entry.read_bytes())
    portraits = {record.image.file for record in dossier.records() if record.image}
    for path in sorted({*portraits, *shown} & dossier.images):
        yield Asset(picture_address(path), file=folder / path)


def stylesheets(features: Features) -> list[str]:
    """The style sheets of every page, in order."""
    names = ["dossier", "theme", "records", "provenance", "views", "previews"]
    names += ["search"] if features.search else []
    return [f"{FOLDER}/{name}.css" for name in (*names, "print")]


def scripts(html: str, features: Features) -> list[str]:
    """The scripts that a page of this HTML needs, each a module; what they import lies beside."""
    wanted = (name for name, signs in _SCRIPTS.items() if any(sign in html for sign in signs))
    names = ["unfold", *wanted]
    names += ["search"] if features.search else ["theme"]
    return [f"{FOLDER}/scripts/{name}.mjs" for name in names]


def _walk(root: Traversable, address: str) -> Iterator[tuple[str, Traversable]]:
    for entry in root.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{address}/{entry.name}")
        elif not entry.name.startswith((".", "__")):
            yield f"{address}/{entry.name}", entry
