"""What the files of a dossier said in earlier commits, as git tells."""

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.days import Day

_FIRST, _DAY_SECONDS = Day(1970, 1, 1), 86_400
_SECONDS = 60
_LONGEST = 200
"""Letters of a commit's subject that are kept."""
_FILE = "100"
"""How the modes of plain files begin; a link is none."""


@dataclass(frozen=True)
class Written:
    """A file as a commit left it: the commit's day and subject, and the hash of its content."""

    day: str
    why: str
    blob: str


def list_past(folder: Path) -> dict[str, list[Written]]:
    """The versions of each file below a folder that more than one commit wrote, the last one first.

    By path from the folder. Nothing where there is no git or no repository.
    """
    found: dict[str, list[Written]] = {}
    options = ("--raw", "--no-abbrev", "--no-renames", "--relative", "--format=%x00%ct%n%s")
    told = _run(folder, "-c", "core.quotepath=off", "log", *options, "--", ".")
    for commit in told.decode("utf-8", "replace").split("\0")[1:]:
        second, why, *lines = commit.split("\n")
        day = str(_FIRST.plus(int(second) // _DAY_SECONDS)) if second.isdigit() else ""
        for line in lines:
            blob, path = _read_line(line)
            if blob:
                found.setdefault(path, []).append(Written(day, one_line(why)[:_LONGEST], blob))
    return {path: versions for path, versions in found.items() if len(versions) > 1}


def _read_line(line: str) -> tuple[str, str]:
    """The content and the path that a commit leaves: `:100644 100644 OLD NEW M<tab>path`."""
    head, _, path = line.partition("\t")
    parts = head.split(" ")
    if len(parts) != len(("old", "new", "from", "to", "how")) or not parts[1].startswith(_FILE):
        return "", ""
    return parts[3], path


def read_blobs(folder: Path, blobs: Iterable[str]) -> Mapping[str, str]:
    """The texts of contents by their hashes; one that is too large, or no text, is left out."""
    asked = "".join(f"{blob}\n" for blob in sorted(set(blobs)))
    return dict(_split(_run(folder, "cat-file", "--batch", given=asked.encode())) if asked else ())


def _split(told: bytes) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        parts = told[at:end].decode().split(" ")
        at = end + 1
        if len(parts) < len(("hash", "kind", "size")):
            continue  # a content that is not there
        size = int(parts[2])
        content, at = told[at : at + size], at + size + 1
        if size <= limits.FILE_BYTES:
            try:
                yield parts[0], content.decode()
            except UnicodeDecodeError:
                continue


def _run(folder: Path, *words: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", *words],
            cwd=folder,
            input=given,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout
