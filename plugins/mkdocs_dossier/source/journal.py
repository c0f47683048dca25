"""Several files changed together: all of them, or none."""

import base64
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.source.write import Unwritable, sweep, write_file

JOURNAL = ".changes.json"


@dataclass(frozen=True)
class Change:
    """A file's bytes before and after; None where there is no file."""

    path: Path
    before: bytes | None
    after: bytes | None


class Unsettled(Exception):
    """A journal that cannot be undone; `path` is what stands in the way, be it the journal."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_together(folder: Path, changes: Sequence[Change]) -> None:
    """Make all changes. What an error stops is undone at once, what a kill stops by `settle`.

    The journal lies in `folder` while files change. Raises Unwritable, also for a file that is no
    longer as it was before: then none has changed.
    """
    if not changes:
        return
    for change in changes:
        if _read(change.path) != change.before:
            raise Unwritable(change.path, "changed")
    journal = folder / JOURNAL
    write_file(journal, _dump(folder, changes))
    try:
        for change in changes:
            _put(change.path, change.after)
    except BaseException:
        _undo(changes)
        journal.unlink()
        raise
    journal.unlink()


def settle(folder: Path, docs: Path) -> int:
    """Undo what was stopped half-way, and give the number of its files; 0 where nothing was.

    Strangers can write a journal too, so only files of the dossier and hand-written pages are
    touched, and only such as hold the one or the other content. Raises Unsettled and Unwritable.
    """
    journal = folder / JOURNAL
    if folder.is_symlink() or journal.is_symlink() or not journal.is_file():
        return 0
    try:
        changes = _load(folder, journal)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Unsettled(journal) from None
    for change in changes:
        if not any(_lies_in(change.path, each) for each in (folder, docs)):
            raise Unsettled(journal)
        if _read(change.path) not in (change.before, change.after):
            raise Unsettled(change.path)
    _undo(changes)
    for change in changes:
        sweep(change.path)
    journal.unlink()
    return len(changes)


def _undo(changes: Iterable[Change]) -> None:
    for change in changes:
        if _read(change.path) != change.before:
            _put(change.path, change.before)


def _read(path: Path) -> bytes | None:
    if not path.is_symlink() and not path.exists():
        return None
    if path.is_symlink() or not path.is_file():
        raise Unwritable(path, "no-file")
    return path.read_bytes()


def _put(path: Path, content: bytes | None) -> None:
    if content is not None:
        write_file(path, content)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise Unwritable(path, "failed", error.strerror or str(error)) from error


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether it is a visible file in the folder, reached through no link that leads out."""
    inside = path.parent.resolve() / path.name
    root = folder.resolve()
    return inside.is_relative_to(root) and not any(
        part.startswith(".") for part in inside.relative_to(root).parts
    )


def _dump(folder: Path, changes: Iterable[Change]) -> bytes:
    base = folder.resolve().parent
    listed = [
        {
            "path": Path(os.path.relpath(change.path.absolute(), base)).as_posix(),
            "before": _encode(change.before),
            "after": _encode(change.after),
        }
        for change in changes
    ]
    return json.dumps({"changes": listed}, indent=1).encode()


def _load(folder: Path, journal: Path) -> list[Change]:
    base = folder.resolve().parent
    listed = json.loads(journal.read_text(encoding="utf-8"))["changes"]
    return [
        Change(base / each["path"], _decode(each["before"]), _decode(each["after"]))
        for each in listed
    ]


def _encode(content: bytes | None) -> str | None:
    return None if content is None else base64.b64encode(content).decode()


def _decode(written: str | None) -> bytes | None:
    return None if written is None else base64.b64decode(written, validate=True)
