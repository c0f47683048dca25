"""The documents that the search indexes: those of records stay from one build to the next."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import orjson

from mkdocs_dossier.exports.pieces import Keep, Pieces
from mkdocs_dossier.pages.pieces import cut_into_pieces
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import PageText, list_documents
from mkdocs_dossier.pages.search_markup import write_document
from mkdocs_dossier.pages.search_names import list_names
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.indexing import Indexer
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.digest import digest_rest

NAME = "documents.sqlite"

Name = tuple[str, list[Any]]
"""As `list_names` gives them."""


@dataclass
class Written:
    """The documents that an indexer was given, of these addresses: a digest of each, by which names
    it is found. One without passages has a name alone.
    """

    addresses: set[str] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)

    def drop(self, addresses: set[str]) -> None:
        """Forget some."""
        self.addresses -= addresses
        self.digests = {each: self.digests[each] for each in self.digests.keys() - addresses}
        self.names = [name for name in self.names if _address_of(name) not in addresses]

    def take(self, other: "Written") -> None:
        """Add those of another."""
        self.addresses |= other.addresses
        self.digests |= other.digests
        self.names += other.names

    @property
    def digest(self) -> str:
        """Stands for all that is indexed; empty where nothing is."""
        found = repr(sorted(self.digests.items()))
        return hashlib.sha256(found.encode()).hexdigest() if self.digests else ""

    def cut_names(self) -> dict[str, bytes]:
        """The files of names."""
        return dict(cut_into_pieces(sorted(self.names, key=_address_of)))


def _address_of(name: Name) -> str:
    return str(name[1][1])


@contextmanager
def keep_documents(
    site: Site, pages: Sequence[PageText], kept: Kept, answers: Answers
) -> Iterator[Pieces]:
    """The documents of an earlier build beside `kept`; what is made meanwhile stays for the next.

    What a document was made from is noted, as of a page: `answers` must know all tables of pages.
    """
    beside = kept.beside(NAME)
    world = digest_rest(site.dossier).hex()
    keep = Keep(lambda name: beside.last(name, None), partial(_keep, beside), answers)
    pieces = Pieces(world, {page.address for page in pages if page.record}, keep)
    yield pieces
    pieces.settle()
    beside.close()


def _keep(kept: Kept, name: str, pieces: bytes) -> None:
    kept.put_last(name, None, pieces)
    kept.flush()


def write_all(
    site: Site, pages: Iterable[PageText], indexer: Indexer, pieces: Pieces | None = None
) -> Written:
    """Give an indexer the documents of pages; those of records may be among `pieces`."""
    written = Written()

    def write() -> Iterator[tuple[str, str]]:
        for page in pages:
            make = partial(_make, site, page)
            kept = pieces if page.record else None
            made = kept.recall("document", page.address, make) if kept else make()
            text, names = orjson.loads(made)
            written.addresses.add(page.address)
            written.names += map(tuple, names)
            if text:
                written.digests[page.address] = hashlib.sha256(text.encode()).hexdigest()
                yield page.address, text

    indexer.add(write())
    return written


def _make(site: Site, page: PageText) -> bytes:
    """The document of a page as HTML, empty where it has none, and the names of the page."""
    [document] = list_documents(site, [page])
    text = write_document(document, site.texts.language) if document.passages else ""
    return orjson.dumps((text, list(list_names([document]))))
