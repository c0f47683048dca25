"""What each page was gathered from: where that is the same as last time, so is the page.

A slice is all that the tables of the site were asked for while the page's value was gathered, with
a digest of each answer. Later builds ask the same questions: this is quicker than to gather, and
where all answers are the same, gathering would find nothing else.
"""

from collections.abc import Container, Iterable
from dataclasses import asdict
from functools import cached_property
from typing import NamedTuple

import orjson

from mkdocs_dossier.model.reads import Read, record_reads
from mkdocs_dossier.pages.plan import Planned
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.pages import make_page
from mkdocs_dossier.source.answers import Answers, restore_key
from mkdocs_dossier.source.digest import digest_rest

_NAME = "slices"

Slice = tuple[str, frozenset[Read]]
"""A digest of what a page was given, and what it read besides."""


class Left(NamedTuple):
    """What an earlier build left of a page: the key under which it is kept, and its pictures."""

    key: bytes
    pictures: tuple[str, ...]
    slice: Slice


Chunk = tuple[list[tuple[str, Left | None, bytes | None]], dict[Read, str]]
"""Pages by address: nothing where they are as they were, else what is left of each, with its piece
if that is new; and the digests of all that these read.
"""


class Slices:
    """The slices of the last build, and those of this one."""

    def __init__(self, site: Site, renderer: Renderer, answers: Answers) -> None:
        self._site = site
        self._renderer = renderer
        self._answers = answers
        answers.ask(self._owners)
        self._now: dict[Read, str] = {}
        self._last: dict[str, Left] = {}
        self._then: dict[Read, str] = {}

    def recall(self, kept: Kept) -> None:
        """Read what the last build left, if it was made by the same recipe."""
        piece = kept.last(_NAME, self._recipe)
        if piece is None:
            return
        reads, digests, pages = orjson.loads(piece)
        table = [(name, restore_key(key)) for name, key in reads]
        self._then = dict(zip(table, digests, strict=True))
        for address, key, pictures, given, places in pages:
            slice_ = given, frozenset(table[place] for place in places)
            self._last[address] = Left(bytes.fromhex(key), tuple(pictures), slice_)

    def find(self, planned: Planned) -> Left | None:
        """What the last build left of a page, if it was made from the same."""
        left = self._last.get(planned.address)
        if left is None or left.slice[0] != self._digest_given(planned):
            return None
        return left if all(map(self._is_same, left.slice[1])) else None

    def make_pages(self, planned: Iterable[Planned], known: Container[bytes]) -> Chunk:
        """These pages, as the last build left them or made now; may run in another process."""
        pages: list[tuple[str, Left | None, bytes | None]] = []
        new: set[Read] = set()
        for each in planned:
            if self.find(each):
                pages.append((each.address, None, None))
                continue
            reads: set[Read] = set()
            with record_reads(reads):
                value = each.gather()
            key, piece, pictures = make_page(self._renderer, value, known)
            pages.append((each.address, Left(key, pictures, self.describe(each, reads)), piece))
            new |= reads
        return pages, {read: self._digest(read) for read in new}

    def learn(self, chunk: Chunk) -> list[tuple[Left, bytes | None]]:
        """The pages that another process found or made; what they read is known from now on."""
        pages, digests = chunk
        self._now |= digests
        return [(left or self._last[address], piece) for address, left, piece in pages]

    def describe(self, planned: Planned, reads: Iterable[Read]) -> Slice:
        """The slice of a page that read these."""
        return self._digest_given(planned), frozenset(reads)

    def keep(self, kept: Kept, pages: Iterable[tuple[Planned, Left]]) -> None:
        """Leave the slices of all pages to the next build, if any is another than it found."""
        pages = list(pages)
        if len(pages) == len(self._last) and all(
            self._last.get(planned.address) is left for planned, left in pages
        ):
            return
        places: dict[Read, int] = {}
        lines = []
        for planned, (key, pictures, (given, reads)) in pages:
            inside = sorted(places.setdefault(read, len(places)) for read in reads)
            lines.append((planned.address, key.hex(), pictures, given, inside))
        digests = [
            self._now.get(read) or self._then.get(read) or self._digest(read) for read in places
        ]
        kept.put_last(_NAME, self._recipe, orjson.dumps((list(places), digests, lines)))

    @cached_property
    def _recipe(self) -> tuple[str, ...]:
        """What no page notes, as it may be read by any."""
        features = asdict(self._site.features) | {"now": None}
        return digest_rest(self._site.dossier).hex(), repr(features), self._renderer.voice

    def _digest_given(self, planned: Planned) -> str:
        words = (planned.address, planned.kind, planned.title, planned.description)
        return self._answers.digest((*words, planned.source, planned.record, planned.given))

    def _is_same(self, read: Read) -> bool:
        return self._then[read] == self._digest(read)

    def _digest(self, read: Read) -> str:
        found = self._now.get(read)
        if found is None:
            found = self._now[read] = self._answers[read]
        return found

    def _owners(self) -> Iterable[object]:
        """What holds tables."""
        site = self._site
        return (
            *(site, site.features, site.dossier, site.indexes, site.passages, site.facts),
            *(site.mentions, site.mentions.reader, site.backlinks, site.support, site.addresses),
        )
