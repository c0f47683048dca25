"""What each page was gathered from: where that is the same as last time, so is the page.

A slice is all that the tables of the site were asked for while the page's value was gathered, with
a digest of each answer. Later builds ask the same questions: this is quicker than to gather, and
where all answers are the same, gathering would find nothing else.
"""

import sys
from array import array
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict
from functools import cached_property, partial
from typing import NamedTuple

import orjson

from mkdocs_dossier.model.reads import Read, make_each, record_reads
from mkdocs_dossier.pages.plan import Planned
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.pages import make_page
from mkdocs_dossier.source.answers import Answers, restore
from mkdocs_dossier.source.digest import digest_rest

_NAME = "slices"

Slice = tuple[str, "array[int]"]
"""A digest of what a page was given, and the places of what it read in the list of all reads: a
page has hundreds, most of them those of others too.
"""


class Left(NamedTuple):
    """What an earlier build left of a page: the key under which it is kept, and its pictures."""

    key: bytes
    pictures: tuple[str, ...]
    slice: Slice


Made = tuple[str, Left, bytes | None]
"""The address of a page, what is left of it, and its piece if that is new."""
Chunk = tuple[list[Made], dict[int, tuple[Read, str]]]
"""Pages that were made; and by place what they read, with its digest."""


class Slices:
    """The slices of the last build, and those of this one."""

    def __init__(self, site: Site, renderer: Renderer, answers: Answers) -> None:
        self._site = site
        self._renderer = renderer
        self._answers = answers
        answers.ask(partial(_list_owners, site))
        self._last: dict[str, Left] = {}
        self._reads: list[Read] = []
        self._places: dict[Read, int] = {}
        self._changed: frozenset[int] = frozenset()

    def recall(self, kept: Kept) -> None:
        """Read what the last build left, if it was made by the same recipe, and ask again all that
        was asked then. About 40 µs a read.
        """
        piece = kept.last(_NAME, self._recipe)
        if piece is None:
            return
        end = piece.index(b"\n")
        places = array("I")
        places.frombytes(memoryview(piece)[end + 1 :])
        reads, answers, pages = orjson.loads(memoryview(piece)[:end])
        self._reads = list(map(restore, reads))
        self._places = {read: place for place, read in enumerate(self._reads)}
        at = 0
        for address, key, pictures, given, count in pages:
            slice_ = given, places[at : at + count]
            self._last[address] = Left(bytes.fromhex(key), tuple(pictures), slice_)
            at += count
        now = map(self._answers.__getitem__, self._reads)
        pairs = zip(answers, now, strict=True)
        self._changed = frozenset(place for place, (then, now) in enumerate(pairs) if then != now)

    def make_tables(self) -> None:
        """Make what pages read, for all processes that make some; but for what the site holds
        itself, of which some follows from formats that are still being made.
        """
        with record_reads(None):
            for owner in _list_owners(self._site):
                if owner is not self._site:
                    make_each(owner)

    def find(self, planned: Planned) -> Left | None:
        """What the last build left of a page, if it was made from the same."""
        left = self._last.get(planned.address)
        if left is None or left.slice[0] != self._digest_given(planned):
            return None
        return left if self._changed.isdisjoint(left.slice[1]) else None

    def make_pages(self, planned: Iterable[Planned], known: Container[bytes]) -> Chunk:
        """These pages, made now; may run in another process."""
        pages: list[Made] = []
        new: set[int] = set()
        for each in planned:
            reads: set[Read] = set()
            with record_reads(reads):
                value = each.gather()
            key, piece, pictures = make_page(self._renderer, value, known)
            left = Left(key, pictures, self.describe(each, reads))
            pages.append((each.address, left, piece))
            new.update(left.slice[1])
        read_at = self._reads
        return pages, {place: (read_at[place], self._answers[read_at[place]]) for place in new}

    def learn(self, chunk: Chunk) -> Iterator[Made]:
        """The pages that another process made; what they read is known from now on, and stands
        where it stands in this one.
        """
        pages, new = chunk
        self._answers |= dict(new.values())
        here = {place: self._place(read) for place, (read, _) in new.items()}
        for address, left, piece in pages:
            given, places = left.slice
            slice_ = given, array("I", map(here.__getitem__, places))
            yield address, left._replace(slice=slice_), piece

    def describe(self, planned: Planned, reads: Iterable[Read]) -> Slice:
        """The slice of a page that read these."""
        return self._digest_given(planned), array("I", map(self._place, reads))

    def _place(self, read: Read) -> int:
        place = self._places.setdefault(read, len(self._reads))
        if place == len(self._reads):
            self._reads.append(read)
        return place

    def keep(self, kept: Kept, pages: Iterable[tuple[Planned, Left]]) -> None:
        """Leave the slices of all pages to the next build, if any is another than it found: a line
        of JSON, then the places, which are millions and take three times as much in JSON.
        """
        pages = list(pages)
        if len(pages) == len(self._last) and all(
            self._last.get(planned.address) is left for planned, left in pages
        ):
            return
        used: dict[int, int] = {}
        lines, all_places = [], array("I")
        for planned, (key, pictures, (given, places)) in pages:
            all_places.extend(used.setdefault(place, len(used)) for place in places)
            lines.append((planned.address, key.hex(), pictures, given, len(places)))
        reads = [self._reads[place] for place in used]
        digests = [self._answers[read] for read in reads]
        head = orjson.dumps((reads, digests, lines))
        kept.put_last(_NAME, self._recipe, head + b"\n" + all_places.tobytes())

    @cached_property
    def _recipe(self) -> tuple[str, ...]:
        """What no page notes, as it may be read by any."""
        features = asdict(self._site.features) | {"now": None}
        rest = digest_rest(self._site.dossier).hex()
        return rest, repr(features), self._renderer.voice, sys.byteorder

    def _digest_given(self, planned: Planned) -> str:
        words = (planned.address, planned.kind, planned.title, planned.description)
        return self._answers.digest((*words, planned.source, planned.record, planned.given))


def _list_owners(site: Site) -> Iterable[object]:
    """What holds tables."""
    return (
        *(site, site.features, site.dossier, site.indexes, site.passages, site.facts),
        *(site.mentions, site.mentions.reader, site.backlinks, site.support, site.addresses),
    )
