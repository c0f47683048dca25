"""The private full texts of articles, known by their SHA-256, whatever they are called."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_dossier.model import limits


@dataclass
class FullTexts:
    """The texts of a folder: those of articles by their SHA-256, and the files of no article.

    `strangers` holds the SHA-256 of each file that no article names, None for one too large to be
    read.
    """

    found: dict[str, str] = field(default_factory=dict)
    strangers: dict[Path, str | None] = field(default_factory=dict)


def find_full_texts(folder: Path, wanted: Iterable[str]) -> FullTexts:
    """The texts of the wanted hashes, wherever they lie in the folder; hidden files are no texts.

    Undecodable bytes are replaced: a quote beside them is still found.
    """
    texts, hashes = FullTexts(), set(wanted)
    for file in sorted(folder.rglob("[!.]*")):
        if not file.is_file():
            continue
        if file.stat().st_size > limits.LIST_BYTES:
            texts.strangers[file] = None
            continue
        raw = file.read_bytes()
        hash_ = hashlib.sha256(raw).hexdigest()
        if hash_ in hashes:
            texts.found[hash_] = raw.decode("utf-8-sig", "replace")
        else:
            texts.strangers[file] = hash_
    return texts
