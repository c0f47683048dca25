"""The sections of a page as its template opens them: headings and table of contents agree."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from mkdocs_dossier.pages.page import Heading, give_way


class Outline:
    """Gives each section its heading, and remembers it for the table of contents.

    `reserved` are the anchors of the page's own statements and paragraphs: these never change,
    so a section whose id is taken gives way.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._reserved = frozenset(reserved)
        self._taken = set(self._reserved)
        self._headings: list[Heading] = []

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The sections opened so far."""
        return tuple(self._headings)

    @property
    def taken(self) -> frozenset[str]:
        """All anchors that are in use."""
        return frozenset(self._taken)

    def nest(self, headings: Iterable[Heading]) -> None:
        """Put the headings of a text under the section opened last."""
        inner = tuple(headings)
        self._taken |= {each.id for each in inner}
        self._headings[-1] = replace(self._headings[-1], children=inner)

    def link(self, id: str) -> str:
        """The address of a section of this page, whether it is opened yet or not."""
        return f"#{give_way(id, self._reserved)}"

    def section(self, id: str, title: str, count: int | None = None) -> Markup:
        """The heading of a section; `count` is how many things it lists."""
        id = give_way(id, self._taken)
        self._taken.add(id)
        self._headings.append(Heading(id, title))
        number = Markup(' <span class="d-count">{}</span>').format(count) if count else Markup("")
        return Markup('<h2 id="{}">{}{}</h2>').format(id, title, number)
