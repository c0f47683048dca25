"""What the search's indexer is given, and the index that it makes, in the site."""

import os
import shutil
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

import orjson
from mkdocs.exceptions import PluginError
from mkdocs.utils import write_file

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.pages.search_index import settle_index
from mkdocs_dossier.render.processes import start
from mkdocs_dossier.site.folders import prune, put
from mkdocs_dossier.site.pagefind import Documents, IndexingFailed, Pagefind

FOLDER = "pagefind"
SCRATCH = ".dossier-search-"  # hidden: MkDocs neither cleans nor publishes it

Index = dict[str, bytes]
"""The files of an index by path."""


class Indexer:
    """Makes the index of a site's documents, and puts it in the site.

    With `keep`, for a preview, it stays beside the site, through all builds: `give` puts a file of
    it in the site when a browser asks for it. There are as many as the site has pages.
    """

    def __init__(self, site: Path, say: Texts, *, keep: bool) -> None:
        self._say, self._keep = say, keep
        self._work = site / f"{SCRATCH}{os.getpid()}"
        self._documents, self._index = self._work / "documents", self._work / "index"
        self._target = site / FOLDER
        self._lock = threading.Lock()
        self._pagefind: Pagefind | None = None
        self._closed = False

    def clear(self) -> None:
        """Begin anew: nothing is added, and nothing is left of builds that were killed."""
        for folder in self._target.parent.glob(f"{SCRATCH}*"):
            if folder != self._work:
                shutil.rmtree(folder, ignore_errors=True)
        self._documents.unlink(missing_ok=True)

    def add(self, documents: Documents) -> None:
        """Let documents be indexed; also from another process. Raises OSError."""
        self._work.mkdir(parents=True, exist_ok=True)
        with self._documents.open("ab") as file:
            file.writelines(orjson.dumps(each) + b"\n" for each in documents)

    def begin(self, language: str, addresses: Collection[str]) -> Callable[[], Index]:
        """Begin to index what was added of these addresses; what it gives ends that.

        Both raise PluginError with what the indexer said when it fails, OSError when the disk does.
        """
        make = partial(self._make, language, addresses)
        return make if self._keep else start(make)

    def _make(self, language: str, addresses: Collection[str]) -> Index:
        self._pagefind = Pagefind()
        try:
            if self._closed:
                self._pagefind.close()
            return settle_index(self._pagefind.index(self._read(addresses), language))
        except IndexingFailed as error:
            raise PluginError(self._say("fault.search", reason=str(error))) from None

    def _read(self, addresses: Collection[str]) -> Iterator[tuple[str, str]]:
        """The documents in an order of their own: their places are numbers in the index."""
        with self._documents.open("rb") as file:
            places: dict[str, int] = {}
            at = 0
            for line in file:
                places[orjson.loads(line)[0]] = at
                at += len(line)
            for address in sorted(addresses, key=lambda each: PurePosixPath(each).parts):
                file.seek(places[address])
                yield address, orjson.loads(file.readline())[1]

    def put(self, index: Mapping[str, bytes]) -> None:
        """Have exactly this index, in the site or beside it; only what differs is written."""
        folder = self._index if self._keep else self._target
        with self._lock:
            if self._keep:  # what was given away is of the last one
                shutil.rmtree(self._target, ignore_errors=True)
            prune(folder, index.__contains__)
            for path, content in index.items():
                file = Path(os.path.normpath(folder / path))
                if file.is_relative_to(folder):  # as all are that Pagefind gives
                    put(content, file)

    def give(self, path: str) -> bool:
        """Put a file of the index that is kept in the site; whether it was not there and is now."""
        file, target = self._index / path, self._target / path
        with self._lock:
            there = file.is_file() and file.resolve().is_relative_to(self._index.resolve())
            if not there or target.is_file():
                return False
            write_file(file.read_bytes(), str(target))
            return True

    def close(self) -> None:
        """End what runs and leave nothing."""
        self._closed = True
        if self._pagefind:
            self._pagefind.close()
        shutil.rmtree(self._work, ignore_errors=True)


def pack_index(index: Index) -> bytes:
    """An index as one piece."""
    return orjson.dumps({path: b64encode(each).decode() for path, each in index.items()})


def unpack_index(packed: bytes) -> Index:
    """What `pack_index` packed."""
    return {path: b64decode(each) for path, each in orjson.loads(packed).items()}
