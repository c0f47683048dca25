"""Pagefind's index made the same at every build, without the files that only its own UI needs.

Pagefind 1.5 writes the values of a filter in the order of a hash table. The files are gzip over
CBOR behind a short mark; each is named after its content, and the names stand in the index's
`pf_meta`, whose own name stands in `pagefind-entry.json`.
"""

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import cbor2

_NO_SYSTEM = b"\xff"  # in gzip, which versions of Python fill in differently
_MARK = b"pagefind_dcd"
_FILTERS = 3  # in pf_meta: version, pages, chunks of the index, filters, sorts, fields
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


class DamagedIndex(Exception):
    """A file of the index is not whole: Pagefind takes a full disk for a success."""


def settle_index(folder: Path) -> None:
    """Sort what Pagefind left in random order, and rename what that changes.

    Raises DamagedIndex, before anything is changed, with the name of a file that is not whole.
    """
    _check_whole(folder)
    for pattern in _UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        meta_file = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(meta_file)
        meta[_FILTERS] = sorted(_settle_filter(folder, *each) for each in meta[_FILTERS])
        meta_file.unlink()
        prefix = language["hash"].partition("_")[0]
        language["hash"] = f"{prefix}_{_digest(meta)[:10]}"
        _write(folder / f"pagefind.{language['hash']}.pf_meta", meta)
    entry_file.write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")


def _check_whole(folder: Path) -> None:
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        raw = file.read_bytes()
        try:
            if file.suffix.startswith(".pf_") or file.suffix == ".pagefind":
                gzip.decompress(raw)  # it ends with its length and a sum
            elif file.suffix == ".json":
                json.loads(raw)
            elif not raw:
                raise ValueError
        except (EOFError, ValueError, zlib.error, gzip.BadGzipFile):
            raise DamagedIndex(file.name) from None


def _settle_filter(folder: Path, name: str, hash_: str) -> list[str]:
    file = folder / "filter" / f"{hash_}.pf_filter"
    label, values = _read(file)
    content = [label, sorted(values)]
    file.unlink()
    settled = f"{hash_.partition('_')[0]}_{_digest(content)[:7]}"
    _write(folder / "filter" / f"{settled}.pf_filter", content)
    return [name, settled]


def _read(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))


def _write(file: Path, content: Any) -> None:
    packed = gzip.compress(_MARK + cbor2.dumps(content), mtime=0)
    file.write_bytes(packed[:9] + _NO_SYSTEM + packed[10:])


def _digest(content: Any) -> str:
    return hashlib.sha256(cbor2.dumps(content)).hexdigest()
