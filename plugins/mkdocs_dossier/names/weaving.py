"""Mentions from the source text into the parsed tree, where they become links.

Marks of noncharacters, which no text holds, are put around the names before Markdown reads the
text, and are turned into links in the tree that it makes. So the names are those recognised in the
source, and a link is only made where both of its marks stand in one piece of running text.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.names.explicit import find_explicit

_OPEN, _SEPARATOR, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKED = re.compile(f"{_OPEN}([0-9]+){_SEPARATOR}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_LEFT = re.compile(f"{_OPEN}[0-9]+{_SEPARATOR}|[{_OPEN}{_SEPARATOR}{_CLOSE}]")
_UNLINKED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})

Resolve = Callable[[str], str | None]
"""The address of a record as seen from the page, or None if it has no page."""


def weave(text: str, mentions: Iterable[Mention]) -> str:
    """The source text with marks around the mentions; unchanged if it holds such marks already.

    `[[id]]` is left to what reads it.
    """
    if any(mark in text for mark in (_OPEN, _SEPARATOR, _CLOSE)):
        return text
    written = [(link.start, link.end) for link in find_explicit(text)]
    tabs = _measure_tabs(text)
    parts: list[str] = []
    last = 0

    def add(end: int) -> None:
        nonlocal last
        wide = (" " * tabs[at] if at in tabs else text[at] for at in range(last, end))
        parts.append("".join(wide) if tabs else text[last:end])
        last = end

    for index, mention in enumerate(mentions):
        if not any(start < mention.end and mention.start < end for start, end in written):
            add(mention.start)
            parts.append(f"{_OPEN}{index}{_SEPARATOR}")
            add(mention.end)
            parts.append(_CLOSE)
    add(len(text))
    return "".join(parts)


def _measure_tabs(text: str) -> dict[int, int]:
    """How many spaces Markdown makes of each tab; marks before it must not change that."""
    widths: dict[int, int] = {}
    column = 0
    for at, sign in enumerate(text if "\t" in text else ""):
        if sign == "\t":
            widths[at] = 4 - column % 4
            column += widths[at]
        elif sign in "\r\n":
            column = 0
        elif sign not in "\x02\x03":  # Markdown drops these two
            column += 1
    return widths


class MentionLinks(Extension):
    """Turns the marks of `weave` into `<a href data-record>`.

    Set `mentions` to those given to `weave`, and `resolve`, before each conversion.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mentions: Sequence[Mention] = ()
        self.resolve: Resolve = lambda record: None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Registers after inline parsing, before anything that wraps text in the tree."""
        md.treeprocessors.register(_LinkMarks(md, self), "dossier-mentions", 3)
        md.postprocessors.register(_DropMarks(md), "dossier-mentions", -5)

    def make_link(self, index: int, surface: str) -> Element | None:
        """The link of a mention, None where its record has no page."""
        if index >= len(self.mentions):
            return None
        record = self.mentions[index].record
        address = self.resolve(record)
        if address is None:
            return None
        link = Element("a", {"href": address, "data-record": record})
        link.text = surface
        return link


class _LinkMarks(Treeprocessor):
    def __init__(self, md: Markdown, links: MentionLinks) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        self._visit(root, linked=True)

    def _visit(self, element: Element, linked: bool, inside: bool = False) -> None:
        if inside and element.tag == "a":  # `[a [[link]] in a link](address)`
            element.tag = "span"
            element.attrib.clear()
        linked = linked and element.tag not in _UNLINKED
        for name, value in element.attrib.items():
            if _OPEN in value or _CLOSE in value:
                element.set(name, _LEFT.sub("", value))
        for child in list(element):
            self._visit(child, linked, inside or element.tag == "a")
        for index in range(len(element) - 1, -1, -1):
            tail = element[index].tail
            if tail and _has_marks(tail):
                element[index].tail, links = self._split(tail, linked)
                element[index + 1 : index + 1] = links
        if element.text and _has_marks(element.text):
            element.text, links = self._split(element.text, linked)
            element[0:0] = links

    def _split(self, text: str, linked: bool) -> tuple[str, list[Element]]:
        """The text before the first link, and the links with what follows each as its tail."""
        before = ""
        links: list[Element] = []
        last = 0

        def add(piece: str) -> None:
            nonlocal before
            piece = _LEFT.sub("", piece)
            if links:
                links[-1].tail = (links[-1].tail or "") + piece
            else:
                before += piece

        for found in _MARKED.finditer(text):
            add(text[last : found.start()])
            last = found.end()
            link = self._links.make_link(int(found[1]), found[2]) if linked else None
            if link is None:
                add(found[2])
            else:
                links.append(link)
        add(text[last:])
        return before, links


class _DropMarks(Postprocessor):
    """Nothing of a mark reaches a page, whatever Markdown did with it."""

    def run(self, text: str) -> str:
        return _LEFT.sub("", text)


def _has_marks(text: str) -> bool:
    return _OPEN in text or _CLOSE in text
