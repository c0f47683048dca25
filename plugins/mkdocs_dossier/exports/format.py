"""What a format is: one file of this folder that has a FORMAT."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.exports.publication import Publication


@dataclass(frozen=True)
class File:
    """A file of a format.

    `given` is what it holds: one part, or those of a large one, which nobody need join in memory.
    `path` is relative to the folder of the data; with `beside`, to the root of the site, where it
    stands beside a page. `main`: the one that the example of use opens. `rows`: how many things it
    holds, where that can be said; `title`: what it is, where its name does not tell.
    """

    path: str
    given: bytes | Sequence[bytes]
    beside: bool = False
    main: bool = False
    rows: int | None = None
    title: str = ""

    @property
    def parts(self) -> Sequence[bytes]:
        """What it holds, one part after the other."""
        return (self.given,) if isinstance(self.given, bytes) else self.given

    @property
    def content(self) -> bytes:
        """What it holds, in one."""
        return b"".join(self.parts)

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return sum(map(len, self.parts))


PART = 2**20
"""About how many bytes of a format stay in memory, where it is given away in parts."""


def cut(content: bytes) -> list[bytes]:
    """The parts of a file that can only be made in one."""
    return [content[at : at + PART] for at in range(0, len(content), PART)]


EXTRAS = {"books": "typst"}
"""The extras of this package that formats need, each with the module that it brings."""


class MissingExtra(Exception):
    """A format needs what only an extra of this package brings, and that is not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra


@dataclass(frozen=True)
class Format:
    """A form in which the whole dossier can be taken away.

    Its title, what it is for and what it cannot carry are texts under `data.formats.NAME`.
    `example`: two lines that open the main file; `{file}` in it is where that is. `order` is its
    place on the page. `extra`: what of this package's extras it needs; it is made only when it is
    asked for by name, then.
    """

    name: str
    make: Callable[[Publication], Iterator[File]]
    example: str
    order: int
    extra: str = ""
