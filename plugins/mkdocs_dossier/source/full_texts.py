"""The private full texts of articles, known by their SHA-256, whatever they are called."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from mkdocs_dossier.source.files import MAX_BYTES


def find_full_texts(folder: Path, wanted: Iterable[str]) -> dict[str, str]:
    """The texts of the wanted hashes that lie anywhere in the folder, by hash.

    Undecodable bytes are replaced: a quote beside them is still found.
    """
    left = set(wanted)
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        if not left:
            break
        if not file.is_file() or file.stat().st_size > MAX_BYTES:
            continue
        raw = file.read_bytes()
        hash_ = hashlib.sha256(raw).hexdigest()
        if hash_ in left:
            left.remove(hash_)
            found[hash_] = raw.decode("utf-8-sig", "replace")
    return found
