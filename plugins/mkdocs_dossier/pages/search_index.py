"""Pagefind's index made the same at every build, without the files that only its own UI needs.

Pagefind 1.5 writes the values of a filter in the order of a hash table. The files are gzip over
CBOR behind a short mark; each is named after its content, and the names stand in the index's
`pf_meta`, whose own name stands in `pagefind-entry.json`.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from fnmatch import fnmatch
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
_NO_SYSTEM = b"\xff"  # in gzip, which versions of Python fill in differently
_MARK = b"pagefind_dcd"
_FILTERS = 3  # in pf_meta: version, pages, chunks of the index, filters, sorts, fields
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


def settle_index(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index by path: what Pagefind left in random order is sorted, and renamed
    where that changes it.
    """
    files = {path: each for path, each in made.items() if not _is_unused(path)}
    entry = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        meta = _unpack(files.pop(f"pagefind.{language['hash']}.pf_meta"))
        meta[_FILTERS] = sorted(_settle_filter(files, *each) for each in meta[_FILTERS])
        prefix = language["hash"].partition("_")[0]
        language["hash"] = f"{prefix}_{_digest(meta)[:10]}"
        files[f"pagefind.{language['hash']}.pf_meta"] = _pack(meta)
    files[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return files


def _is_unused(path: str) -> bool:
    return any(fnmatch(path, pattern) for pattern in _UNUSED)


def _settle_filter(files: dict[str, bytes], name: str, hash_: str) -> list[str]:
    label, values = _unpack(files.pop(f"filter/{hash_}.pf_filter"))
    content = [label, sorted(values)]
    settled = f"{hash_.partition('_')[0]}_{_digest(content)[:7]}"
    files[f"filter/{settled}.pf_filter"] = _pack(content)
    return [name, settled]


def _unpack(packed: bytes) -> Any:
    return cbor2.loads(gzip.decompress(packed).removeprefix(_MARK))


def _pack(content: Any) -> bytes:
    packed = gzip.compress(_MARK + cbor2.dumps(content), mtime=0)
    return packed[:9] + _NO_SYSTEM + packed[10:]


def _digest(content: Any) -> str:
    return hashlib.sha256(cbor2.dumps(content)).hexdigest()
