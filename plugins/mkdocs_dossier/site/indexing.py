"""Running the search's indexer, in a folder of the site's own that nothing is left in."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path

import orjson
from mkdocs.exceptions import PluginError
from mkdocs.utils import write_file

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.pages.search_index import DamagedIndex, settle_index

FOLDER = "pagefind"
SCRATCH = ".dossier-search-"  # hidden: MkDocs neither cleans nor publishes it


class Indexer:
    """Makes the index of a site's documents, and puts it in the site.

    With `keep`, for a preview, it stays where it is made, through all builds: `give` puts a file of
    it in the site when a browser asks for it. There are as many as the site has pages.
    """

    def __init__(self, site: Path, say: Texts, *, keep: bool) -> None:
        self._say, self._keep = say, keep
        self._work = site / f"{SCRATCH}{os.getpid()}"
        self._pages, self._fresh = self._work / "documents", self._work / "fresh"
        self._index, self._target = self._work / "index", site / FOLDER
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._closed = False

    def clear(self) -> None:
        """Begin anew: nothing is added, and nothing is left of builds that were killed."""
        others = [each for each in self._target.parent.glob(f"{SCRATCH}*") if each != self._work]
        for folder in (self._pages, self._fresh, *others):
            shutil.rmtree(folder, ignore_errors=True)

    def add(self, address: str, document: str) -> None:
        """Let a document be indexed; also from another process. Raises OSError."""
        file = self._pages / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document, encoding="utf-8")

    def remove(self, address: str) -> None:
        """Let one that was added not be indexed. Raises OSError."""
        (self._pages / address / "index.html").unlink(missing_ok=True)

    def begin(self, language: str) -> Callable[[], None]:
        """Begin to index what was added; what it gives ends that.

        Both raise PluginError with what the indexer said when it fails, OSError when the disk does.
        """
        process = self._start(self._pages, self._fresh, language)
        return partial(self._finish, process, self._fresh)

    def _finish(self, process: subprocess.Popen[str], fresh: Path) -> None:
        self._wait(process, fresh)
        try:
            settle_index(fresh)
            (self._work / "probe").write_bytes(bytes(65536))  # scripts carry no sum
        except DamagedIndex as error:
            raise PluginError(self._say("fault.damaged", file=error)) from None
        with self._lock:
            shutil.rmtree(self._target, ignore_errors=True)
            if self._keep:
                shutil.rmtree(self._index, ignore_errors=True)
            fresh.rename(self._index if self._keep else self._target)
        shutil.rmtree(self._pages, ignore_errors=True)

    def give(self, path: str) -> bool:
        """Put a file of the index that is kept in the site; whether it was not there and is now."""
        file, target = self._index / path, self._target / path
        with self._lock:
            there = file.is_file() and file.resolve().is_relative_to(self._index.resolve())
            if not there or target.is_file():
                return False
            write_file(file.read_bytes(), str(target))
            return True

    def read(self) -> bytes:
        """The index that stands in the site, as one piece."""
        files = (file for file in sorted(self._target.rglob("*")) if file.is_file())
        return orjson.dumps(
            [
                (file.relative_to(self._target).as_posix(), b64encode(file.read_bytes()).decode())
                for file in files
            ]
        )

    def write(self, index: bytes) -> None:
        """Put an index that `read` gave into the site."""
        for path, content in orjson.loads(index):
            file = self._target / path
            if not file.resolve().is_relative_to(self._target.resolve()):
                continue  # nothing that `read` gave
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b64decode(content))

    def close(self) -> None:
        """End what runs and leave nothing."""
        self._closed = True
        if self._process:
            with contextlib.suppress(OSError):
                self._process.kill()
        shutil.rmtree(self._work, ignore_errors=True)

    def _start(self, pages: Path, output: Path, language: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", language]
        self._process = subprocess.Popen(
            [*command, "--site", str(pages), "--output-path", str(output)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",  # it is told as it is, whatever the locale
            start_new_session=True,  # Ctrl-C is for us: we end it
        )
        return self._process

    def _wait(self, process: subprocess.Popen[str], output: Path) -> None:
        with process:
            try:
                if self._closed:
                    process.kill()
                said, _ = process.communicate()
            except BaseException:
                process.kill()
                raise
        if process.returncode or not (output / "pagefind-entry.json").exists():
            raise PluginError(self._say("fault.search", reason=said.strip()))
