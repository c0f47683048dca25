"""What was rendered in earlier builds, by a digest of all that it was made from.

The digest covers the value and the recipe: the files of this package and the versions of what
renders. Nothing is declared by hand, so nothing can be forgotten. One database, safe to delete; a
damaged, locked or unwritable one is as good as none.
"""

import contextlib
import hashlib
import importlib.resources
import os
import sqlite3
import sys
import weakref
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import orjson

CACHE = ".cache/dossier"
"""What earlier runs leave for later ones, from the folder of mkdocs.yml; safe to delete."""
CACHE_VARIABLE = "DOSSIER_CACHE"
"""In the environment: another folder for it."""
SLACK = 2
"""How many times what a build uses may lie there before the rest is dropped."""
_INSTALLED = (".dist-info", ".egg-info")
_WAIT = 5.0
"""Seconds that another build may keep the database busy."""


class Kept:
    """Rendered pieces by key. Without a folder, or with one that fails, nothing is kept."""

    def __init__(self, folder: Path | None = None, name: str = "rendered.sqlite") -> None:
        self._folder = folder
        self._file = folder / name if folder else None
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._database: sqlite3.Connection | None = None
        self._letting_go: Callable[[], object] | None = None

    def beside(self, name: str) -> "Kept":
        """Another database of this name in the same folder."""
        return Kept(self._folder, name)

    @property
    def lasts(self) -> bool:
        """Whether it outlives this process, as far as is known."""
        return self._file is not None

    @property
    def used(self) -> frozenset[bytes]:
        """The keys of what was asked for, kept or said to be of use since the last `save`."""
        return frozenset(self._used)

    @staticmethod
    def key(template: str, value: Any, language: str) -> bytes:
        """The digest of a value (plain frozen data) and of how it is rendered. About 0.1 ms."""
        made_from = orjson.dumps((read_recipe(), language, template, value))
        return hashlib.sha256(made_from).digest()

    def find(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys."""
        wanted = set(keys)
        self._used |= wanted
        found = {key: self._new[key] for key in wanted & self._new.keys()}
        with self._try() as database:
            for key in sorted(wanted - found.keys()):
                row = database.execute(
                    "SELECT piece, digest FROM kept WHERE key = ?", (key,)
                ).fetchone()
                if row and _digest(row[0]) == row[1]:
                    found[key] = row[0]
        return found

    def list_keys(self) -> frozenset[bytes]:
        """Under which something is kept, if it is not damaged."""
        with self._try() as database:
            return frozenset(key for (key,) in database.execute("SELECT key FROM kept"))
        return frozenset()

    def use(self, keys: Iterable[bytes]) -> None:
        """Let what is kept under these keys stay, though nobody asks for it now."""
        self._used.update(keys)

    def put(self, key: bytes, piece: bytes) -> None:
        """Keep a piece, from the next `save` on."""
        self._used.add(key)
        self._new[key] = piece

    def last(self, name: str, made_from: Any) -> bytes | None:
        """The last piece of this name, if it was made from the same."""
        place = self.key(name, None, "")
        made_by = self.key(name, made_from, "")
        piece = self.find([place]).get(place, b"")
        return piece[len(made_by) :] if piece[: len(made_by)] == made_by else None

    def put_last(self, name: str, made_from: Any, piece: bytes) -> None:
        """Keep the one piece of this name, instead of the last one."""
        self.put(self.key(name, None, ""), self.key(name, made_from, "") + piece)

    def recall(self, name: str, made_from: Any, make: Callable[[], bytes]) -> bytes:
        """The one piece of this name: the last one if it was made from the same, else a new one."""
        piece = self.last(name, made_from)
        if piece is None:
            piece = make()
            self.put_last(name, made_from, piece)
        return piece

    def flush(self) -> None:
        """Write what is new, in one step, so that it need not stay in memory."""
        rows = [(key, piece, _digest(piece)) for key, piece in sorted(self._new.items())]
        with self._try() as database, database:
            if rows and self._file is not None:  # else memory is all that there is
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                self._new = {}

    def save(self, *, drop: bool = True, slack: int = SLACK) -> None:
        """Write what is new, and let go; `drop` what is not used any more, where that is much: more
        than `slack` times what is.
        """
        self.flush()
        with self._try() as database, database:
            (count,) = database.execute("SELECT count(*) FROM kept").fetchone()
            if drop and count > slack * len(self._used) + 100:
                known = {key for (key,) in database.execute("SELECT key FROM kept")}
                unused = sorted(known - self._used)
                database.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in unused))
        self.close()
        self._new, self._used = {}, set()

    @contextlib.contextmanager
    def _try(self) -> Iterator[sqlite3.Connection]:
        """The database, or an empty one where it cannot be had; what fails with it is left undone.

        A damaged file goes, so that the next build begins anew.
        """
        database = self._database
        if database is None:
            database = self._database = self._connect()
            self._letting_go = weakref.finalize(self, _close, database)
        try:
            yield database
        except sqlite3.OperationalError:  # locked, full, not writable
            self._file = None
            self.close()
        except sqlite3.DatabaseError:
            self.close()
            self._drop()

    def close(self) -> None:
        """Let go of the database, until it is asked again."""
        if self._letting_go is not None:
            self._letting_go()
        self._database = self._letting_go = None

    def _connect(self) -> sqlite3.Connection:
        if self._file is not None:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                return _make_table(sqlite3.connect(self._file, timeout=_WAIT))
            except (OSError, sqlite3.OperationalError):
                self._file = None
            except sqlite3.DatabaseError:
                self._drop()
        return _make_table(sqlite3.connect(":memory:"))

    def _drop(self) -> None:
        file, self._file = self._file, None
        with contextlib.suppress(OSError):
            if file:
                file.unlink(missing_ok=True)


def _close(database: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.Error):  # no other thread may close it
        database.close()


def _make_table(database: sqlite3.Connection) -> sqlite3.Connection:
    try:
        database.execute("PRAGMA synchronous = OFF")  # a damaged one is as good as none
        database.execute("PRAGMA page_size = 16384")  # a piece is many times as large
        database.execute(
            "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, piece BLOB, digest BLOB)"
        )
    except sqlite3.Error:
        database.close()
        raise
    return database


def _digest(piece: bytes) -> bytes:
    """By which a piece of a damaged file is known."""
    return hashlib.sha256(piece).digest()[:8]


@cache
def read_recipe() -> str:
    """A digest of everything besides a value that decides how it is rendered."""
    found = hashlib.sha256(sys.version.encode())
    for each in sorted(_list_installed()):
        found.update(f"{each}\n".encode())
    root = importlib.resources.files("mkdocs_dossier")
    for path, file in sorted(_walk(root, "")):
        found.update(path.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def _list_installed() -> Iterator[str]:
    """All that is installed beside this package, by the folders that say its name and version:
    whatever it uses is among that. To read what stands in them takes a hundred times as long.
    """
    for folder in sys.path:
        with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
            yield from (each.name for each in entries if each.name.endswith(_INSTALLED))


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files of the package; not what readers' browsers alone are given."""
    for entry in folder.iterdir():
        if entry.name in ("__pycache__", "assets"):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{path}/{entry.name}")
        elif not entry.name.endswith(".pyc"):
            yield f"{path}/{entry.name}", entry
