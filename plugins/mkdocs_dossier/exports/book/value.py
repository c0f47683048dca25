"""A book: plain data, which each kind of copy writes in its own way."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "strong", "em", "code"]
Form = Literal["text", "small", "heading", "list", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `to`: `record` or `record#statement` of the book, or a web address."""

    text: str
    style: Style = ""
    to: str = ""

    @property
    def inside(self) -> bool:
        """Whether it leads to a place in the book."""
        return bool(self.to) and ":" not in self.to


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list, and the lines under it. `anchor`: the statement that it is."""

    line: Line
    under: tuple[Line, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text: its lines, or the entries of a list. `level` of a heading, from 1."""

    form: Form
    lines: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Chapter:
    """A record or article; `make` gives its blocks."""

    id: str
    title: str
    make: Callable[[], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    """All records of one sort."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole. `date` is that of the data (ISO), `front` what stands before the sections.

    `places` are all that a link can lead to: `record` and `record#statement`.
    """

    title: str
    language: str
    author: str
    licence: str
    date: str
    site: str
    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    places: Collection[str]

    @property
    def imprint(self) -> str:
        """Who publishes it, unless the title says so, as of when, how it may be used, and where."""
        known = (
            self.author if self.author != self.title else "",
            self.date,
            self.licence,
            self.site,
        )
        return " · ".join(each for each in known if each)

    @property
    def count(self) -> int:
        """How many chapters it has."""
        return sum(len(section.chapters) for section in self.sections)


def anchor_of(target: str) -> str:
    """The anchor of a place in a book that is one file: no id of a record holds an underscore."""
    return target.replace("#", "_")
