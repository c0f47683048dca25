"""More marks than any text needs: what would make readers of Markdown slow, or go too deep.

Their time grows with the square of a paragraph, and they call themselves once for each list,
quotation or bracket inside another.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_dossier.model import limits

# From the start of a line only: tried at each space of an empty line, it would take for ever.
_BLOCK = re.compile(r"^[^\S\n]*+\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*)*", re.MULTILINE)
_OPENING = re.compile(r"[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s))")
_RUN = re.compile(rf"([^\n])\1{{{limits.RUN}}}|[^\S\n]{{{limits.RUN + 1}}}")
_INDENT = re.compile(r"[ \t]*")
_COLUMNS = 4  # that a level takes at most
_MARK = re.compile(r"[*_`\[\]()<>{}!&|~^$\\]")


class Excess(NamedTuple):
    """Where there is too much, of what (a key of messages), and how much there may be."""

    at: int
    key: str
    most: int


def find_excess(text: str) -> Iterator[Excess]:
    """The first excess of each paragraph of a text in Markdown."""
    if are_plain([text]):
        return
    text = text.replace("\r", "\n")
    if _may_have_run(text) and (run := _RUN.search(text)):
        yield Excess(run.start(), "limit.run", limits.RUN)
    for number, block in enumerate(_BLOCK.finditer(text), start=1):
        if number > limits.PARAGRAPHS:
            yield Excess(block.start(), "limit.paragraphs", limits.PARAGRAPHS)
            return
        yield from _judge(block.group(), block.start())


def are_plain(texts: Sequence[str]) -> bool:
    """Whether it is plain that none of many texts, mostly short, has any excess: ten times as fast
    as to look into each.
    """
    if max(map(len, texts), default=0) > limits.PARAGRAPH:
        return False
    joined = "\n".join(texts).replace("\r", "\n")
    lines = joined.split("\n")
    if len(lines) - len(texts) > limits.PARAGRAPHS or _may_have_run(joined):
        return False
    if _MARK.search(joined):
        return False
    return all(line[:1].isalpha() or _depth(line) <= limits.DEPTH for line in lines)


def _may_have_run(text: str) -> bool:
    """Whether a run is not out of the question: it would hold two places of these, and what
    follows each. Far faster than to look for it from every place.
    """
    step = limits.RUN // 2
    for at in range(0, len(text) - step, step):
        one, other = text[at], text[at + 1]
        if one == other == text[at + step] or (one.isspace() and other.isspace()):
            return True
    return False


def _judge(block: str, start: int) -> Iterator[Excess]:
    if len(block) > limits.PARAGRAPH:
        yield Excess(start, "limit.paragraph", limits.PARAGRAPH)
    elif _MARK.subn("", block)[1] > limits.MARKS:
        yield Excess(start, "limit.marks", limits.MARKS)
    elif any(_depth(line) > limits.DEPTH for line in block.split("\n")):
        yield Excess(start, "limit.depth", limits.DEPTH)
    elif _count_open(block) > limits.BRACKETS:
        yield Excess(start, "limit.brackets", limits.BRACKETS)


def _depth(line: str) -> int:
    """How many lists and quotations a line opens, or lies in by its indentation."""
    depth = at = 0
    while found := _OPENING.match(line, at):
        depth, at = depth + 1, found.end()
    indent = _INDENT.match(line)
    return max(depth, len(indent.group().expandtabs()) // _COLUMNS if indent else 0)


def _count_open(block: str) -> int:
    """How many brackets stand open at once, at most."""
    opened = most = 0
    for sign in re.findall(r"[\[(\])]", block):
        opened = opened + 1 if sign in "[(" else max(0, opened - 1)
        most = max(most, opened)
    return most
