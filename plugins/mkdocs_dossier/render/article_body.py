"""An article's account with its quoted passages marked, and under each paragraph what rests on it.

Marks are made on the parsed tree, after names have become links: a quote that a link or emphasis
cuts is wrapped piece by piece, and quotes that overlap are wrapped inside each other. All pieces
of one quote share a class that no other quote of the same block has, so that the style sheet can
highlight them, and nothing else, when its anchor is the target.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from mkdocs_dossier.index.paragraphs import Anchors
from mkdocs_dossier.model.quotes import FoldedText

GROUPS = 16
"""How many quotes in several pieces one block can tell apart; provenance.css names as many."""
_BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "pre", "blockquote"}
)


@dataclass(frozen=True)
class AccountMarks:
    """What to put into an account: quotes by their anchor, and HTML after paragraphs by theirs.

    `permalink` is what the link from a paragraph to itself is called.
    """

    quotes: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    permalink: str = ""


_Piece = tuple[str, list[int]]
"""Words, and the numbers of the quotes that cover them."""


@dataclass
class _Node:
    """A stretch of text in the tree: an element's text, or what follows it inside `parent`.

    `block` numbers the account's child that holds it; `covers` are stretches with their quote.
    """

    element: Element
    parent: Element | None
    start: int
    text: str
    block: int
    covers: list[tuple[int, int, int]] = field(default_factory=list)

    def cut(self) -> list[_Piece]:
        """Its text in pieces, each covered from end to end by the same quotes."""
        edges = sorted({0, len(self.text), *(edge for cover in self.covers for edge in cover[:2])})
        return [
            (
                self.text[start:end],
                sorted({n for first, last, n in self.covers if first <= start and end <= last}),
            )
            for start, end in pairwise(edges)
        ]


class AccountProcessor(Treeprocessor):
    """Gives paragraphs their anchors and marks quotes. Does nothing while `marks` is None."""

    marks: AccountMarks | None = None

    def run(self, root: Element) -> None:
        if self.marks is None:
            return
        self._anchor_paragraphs(root)
        mark_quotes(root, list(self.marks.quotes.items()))
        for element in root.iter("p"):
            link = {"class": "headerlink", "href": f"#{element.get('id')}"}
            permalink = SubElement(element, "a", link | {"title": self.marks.permalink})
            permalink.text = "¶"
        for parent in list(root.iter()):
            for child in [each for each in parent if each.get("id") in self.marks.after]:
                place = Element("p", {"class": "d-after"})
                place.text = child.get("id")
                parent.insert(list(parent).index(child) + 1, place)

    def _anchor_paragraphs(self, root: Element) -> None:
        anchors = Anchors()
        for element in root.iter("p"):
            element.set("id", anchors.take("".join(element.itertext()), element.get("id")))


def fill_places(html: str, after: Mapping[str, str]) -> str:
    """Put the HTML that belongs after paragraphs in the places left for it."""
    for anchor, inner in after.items():
        html = html.replace(f'<p class="d-after">{anchor}</p>', inner)
    return html


def mark_quotes(root: Element, quotes: Sequence[tuple[str, str]]) -> None:
    """Wrap each quote (anchor, words) where it first stands; those that stand nowhere are left."""
    nodes = _list_nodes(root)
    text = FoldedText("".join(node.text for node in nodes))
    for number, (_, quote) in enumerate(quotes):
        for start, end in text.find_original(quote):
            for node in nodes:
                first, last = max(start, node.start), min(end, node.start + len(node.text))
                if first < last:
                    node.covers.append((first - node.start, last - node.start, number))
    pieces = [(node, node.cut()) for node in nodes if node.covers]
    groups = _number_groups(pieces)
    opened: set[int] = set()
    for node, parts in pieces:
        _wrap(node, parts, quotes, groups, opened)


def _number_groups(pieces: list[tuple[_Node, list[_Piece]]]) -> dict[int, int]:
    """A number for each quote in several pieces, its own within the blocks that it touches.

    A quote in one piece needs none: its anchor stands on all of it. Beyond GROUPS in one block,
    a quote shows its first piece only, never the words of another.
    """
    seen: dict[int, int] = defaultdict(int)
    blocks: dict[int, set[int]] = defaultdict(set)
    for node, parts in pieces:
        for _, covering in parts:
            for number in covering:
                seen[number] += 1
                blocks[number].add(node.block)
    taken: dict[int, set[int]] = defaultdict(set)
    groups: dict[int, int] = {}
    for number in sorted(number for number, count in seen.items() if count > 1):
        used = set().union(*(taken[block] for block in blocks[number]))
        free = next((group for group in range(GROUPS) if group not in used), None)
        if free is not None:
            groups[number] = free
            for block in blocks[number]:
                taken[block].add(free)
    return groups


def _list_nodes(root: Element) -> list[_Node]:
    nodes: list[_Node] = []
    offset = block = 0

    def add(element: Element, parent: Element | None, text: str | None) -> None:
        nonlocal offset
        if text:
            nodes.append(_Node(element, parent, offset, text, block))
            offset += len(text)

    def visit(element: Element) -> None:
        nonlocal offset, block
        add(element, None, element.text)
        for child in list(element):
            block += element is root
            visit(child)
            add(child, element, child.tail)
        if element.tag in _BLOCKS:
            nodes.append(_Node(Element("br"), None, offset, "\n\n", block))
            offset += 2

    visit(root)
    return nodes


def _wrap(
    node: _Node,
    pieces: list[_Piece],
    quotes: Sequence[tuple[str, str]],
    groups: Mapping[int, int],
    opened: set[int],
) -> None:
    parts: list[str | Element] = [
        _mark(text, covering, quotes, groups, opened) if covering else text
        for text, covering in pieces
    ]
    parent = node.element if node.parent is None else node.parent
    at = 0 if node.parent is None else list(parent).index(node.element) + 1
    lead = parts.pop(0) if isinstance(parts[0], str) else ""
    if node.parent is None:
        node.element.text = str(lead)
    else:
        node.element.tail = str(lead)
    for part in parts:
        if isinstance(part, str):
            parent[at - 1].tail = part
        else:
            parent.insert(at, part)
            at += 1


def _mark(
    text: str,
    covering: list[int],
    quotes: Sequence[tuple[str, str]],
    groups: Mapping[int, int],
    opened: set[int],
) -> Element:
    """The text in one mark for each quote that covers it, inside each other."""
    around = Element("mark")  # never shown
    inner = around
    for number in covering:
        group = f" d-q{groups[number]}" if number in groups else ""
        inner = SubElement(inner, "mark", {"class": f"d-q{group}"})
        if number not in opened:
            opened.add(number)
            inner.set("id", quotes[number][0])
    inner.text = text
    return around[0]
