"""The files of all formats of a site: made once, and kept where they need no memory."""

import hashlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

import orjson

from mkdocs_dossier.exports import formats_with, site_path
from mkdocs_dossier.exports.format import PART, File, Format
from mkdocs_dossier.exports.pieces import Keep
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.pages.assets import Asset
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.collection import give_back_memory, pause_collection
from mkdocs_dossier.source.digest import digest_dossier
from mkdocs_dossier.source.history import History

NAME = "formats.sqlite"


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a file is kept: the digests of the chunks that it is part of, and where in these."""

    download: Download
    chunks: tuple[bytes, ...]
    at: int


class Formats:
    """The files of all formats of a site, of which each format is made when it is asked for.

    What earlier builds made of the same dossier is taken from where it is kept.
    """

    def __init__(self, site: Site, history: History, kept: Kept, answers: Answers) -> None:
        self._site, self._history = site, history
        self._kept, self._answers = kept.beside(NAME), answers
        self._formats = {each.name: each for each in formats_with(site.features.extras)}
        self._listed: dict[str, dict[str, Stored]] = {}
        self._open: tuple[bytes, bytes] = (b"", b"")

    @property
    def count(self) -> int:
        """How many formats there are."""
        return len(self._formats)

    def list_missing(self) -> list[str]:
        """The names of those that there are to make, if other processes would know of them."""
        missing = [name for name in self._formats if self._find(name) is None]
        self._kept.close()
        return missing if self._kept.lasts else []

    def make(self, names: Iterable[str]) -> frozenset[bytes]:
        """Make these formats. Gives under which keys what they are made of is kept. One process
        had better make several: these share much of their work.
        """
        publication, known = self._publish(), self._kept.list_keys()
        for name in names:
            self._make(name, publication, known)
        self._kept.close()
        return self._kept.used

    def drop_unused(self, used: Iterable[bytes]) -> None:
        """Drop what is kept, but for this and what was made or asked for here."""
        self._kept.use(used)
        self._kept.save(slack=1)

    def list_downloads(self) -> list[Download]:
        """All files of all formats: each format is made."""
        return [each.download for name in self._formats for each in self._list(name).values()]

    def list_assets(self) -> list[Asset]:
        """The same as files of the site, each read when it is written."""
        return [
            Asset(each.address, make=partial(self.read, each), size=each.size, closed=True)
            for each in self.list_downloads()
        ]

    def read(self, download: Download) -> Iterator[bytes] | None:
        """The parts of a file as it is now; None where its format has it no more."""
        found = self._list(download.format).get(download.address)
        return self._read_parts(found) if found else None

    def _read_parts(self, stored: Stored) -> Iterator[bytes]:
        given = 0
        for part in self._read_chunks(stored, given):
            given += len(part)
            yield part
        if given < stored.download.size:  # one is damaged, or gone: all are made once more
            self._make(stored.download.format, self._publication, ())
            again = self._listed[stored.download.format][stored.download.address]
            yield from self._read_chunks(again, given)

    def close(self) -> None:
        """Let go of the database, until it is asked again."""
        self._kept.close()

    def _list(self, name: str) -> dict[str, Stored]:
        if self._find(name) is None:
            self._make(name, self._publication, self._kept.list_keys())
        return self._listed[name]

    def _find(self, name: str) -> dict[str, Stored] | None:
        """The files of a format by their addresses, if it was made of what there is now."""
        if name not in self._listed:
            left = self._kept.last(f"exports/{name}", self._made_from)
            if left is None:
                return None
            keys, made = orjson.loads(left)
            described = ((Download(**fields), *where) for fields, *where in made)
            self._note(name, list(map(bytes.fromhex, keys)), described)
        return self._listed[name]

    def _make(self, name: str, publication: Publication, known: Container[bytes]) -> None:
        """Make a format; no more of it than a chunk need be in memory."""
        format_, size = self._formats[name], 0
        made: list[tuple[Download, int, int, int]] = []
        keys: list[bytes] = []
        waiting: list[bytes] = []
        with pause_collection():
            for file in format_.make(publication):
                first, at = len(keys), size
                for part in file.parts:
                    waiting.append(part)
                    size += len(part)
                    if size >= PART:
                        keys.append(self._put(waiting, known))
                        waiting, size = [], 0
                made.append((_describe(format_, publication, file), first, len(keys) + 1, at))
        publication.pieces.settle()
        if waiting:
            keys.append(self._put(waiting, known))
        self._note(name, keys, made)
        left = orjson.dumps(([key.hex() for key in keys], made))
        self._kept.put_last(f"exports/{name}", self._made_from, left)
        self._kept.flush()
        give_back_memory()

    def _put(self, parts: list[bytes], known: Container[bytes]) -> bytes:
        """Keep a chunk under its digest, which it gives; the same is not written again."""
        found = hashlib.sha256(b"formats\n")
        for part in parts:
            found.update(part)
        key = found.digest()
        if key not in known:
            self._kept.put(key, b"".join(parts))
            self._kept.flush()
        return key

    def _note(
        self, name: str, keys: list[bytes], made: Iterable[tuple[Download, int, int, int]]
    ) -> None:
        self._kept.use(keys)
        self._listed[name] = {
            download.address: Stored(download, tuple(keys[first:end]), at)
            for download, first, end, at in made
        }

    def _read_chunks(self, stored: Stored, given: int) -> Iterator[bytes]:
        """The parts of a file, but for what was `given` already, up to a chunk that is missing."""
        start, end = stored.at + given, stored.at + stored.download.size
        for chunk in map(self._read_chunk, stored.chunks):
            if chunk is None:
                return
            if part := chunk[max(start, 0) : end]:
                yield part
            start, end = start - len(chunk), end - len(chunk)

    def _read_chunk(self, key: bytes) -> bytes | None:
        """A chunk, of which the last one stays at hand: files are asked for in their order."""
        if self._open[0] != key:
            chunk = self._kept.find([key]).get(key)
            self._kept.close()
            if chunk is None:
                return None
            self._open = key, chunk
        return self._open[1]

    @cached_property
    def _publication(self) -> Publication:
        return self._publish()

    def _publish(self) -> Publication:
        """The dossier as it is given away, with what earlier builds have made of each record."""
        keep = Keep(
            lambda name: self._kept.last(name, ()),
            self._keep,
            self._answers,
        )
        return replace(_publish(self._site, self._history), keep=keep)

    def _keep(self, name: str, pieces: bytes) -> None:
        self._kept.put_last(name, (), pieces)
        self._kept.flush()

    @cached_property
    def _made_from(self) -> tuple[str, ...]:
        return (*_describe_site(self._site), repr(self._history))


def _describe_site(site: Site) -> tuple[str, str]:
    """What pages and formats are made from, but for the dates of commits."""
    return digest_dossier(site.dossier).hex(), repr(site.features)


def _publish(site: Site, history: History) -> Publication:
    """The dossier of a site, as it is given away."""
    features = site.features
    return Publication(
        site.indexes,
        site.mentions,
        features.site,
        features.now,
        history,
        features.folder,
        write_prose_in(site.texts.language),
    )


def _describe(format_: Format, publication: Publication, file: File) -> Download:
    return Download(
        format_.name,
        site_path(publication, file),
        file.size,
        file.rows,
        file.beside,
        format_.example if file.main else "",
        file.title,
    )
