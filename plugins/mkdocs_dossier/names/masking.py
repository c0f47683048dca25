"""What in a Markdown text cannot hold a link: code, links, images, headings, addresses."""

import re
from collections.abc import Iterator

from mkdocs_dossier.names.debris import find_debris
from mkdocs_dossier.names.spans import Span

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]\n]+\]:")
_ADDRESS = re.compile(r"\b(?:https?:|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
_BLOCK_SIGNS = frozenset(" \t`~#=-[")
_INLINE_SIGNS = ("`", "<", "[", "{", "@", "://", "www.")
_INLINE = re.compile(
    r"(?P<ticks>(?<!`)(?P<tick>`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)(?P=tick)(?!`))"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<image>!\[[^\[\]\n]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]))"
    r"|(?P<link>(?<!\[)\[(?!\[)(?P<label>[^\[\]\n]+)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]))"
    r"|(?P<address>\b(?:https?|ftp|mailto):[^\s<>»\"]+|\bwww\.[^\s<>»\"]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]*>)"
    r"|(?P<attributes>\{[#.:][^{}\n]*\})"
    r"|(?P<foreign>(?:«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\*[^*\n]+\*|_[^_\n]+_)\{lang=\w[\w-]*\})",
    re.DOTALL,
)


def find_masks(text: str, debris: bool = True) -> list[Span]:
    """The stretches of a Markdown text where no name is linked; they may overlap.

    Names in headings and link labels are read all the same, so that « Kim » below a heading that
    names Kim Jong-un is understood. `debris`: the text was scraped.
    """
    found = [*_find_blocks(text), *_find_inline(text)]
    if debris:
        found += [Span(each.start, each.end) for each in find_debris(text)]
    return sorted(found)


def find_plain_masks(text: str) -> list[Span]:
    """The same for a text that is no Markdown, such as a private full text."""
    found = [Span(each.start, each.end) for each in find_debris(text)]
    for address in _ADDRESS.finditer(text):
        found.append(Span(*address.span()))
    return sorted(found)


def find_headings(text: str) -> list[Span]:
    """The headings of a Markdown text."""
    return [span for span in _find_blocks(text) if span.read]


def _find_blocks(text: str) -> Iterator[Span]:
    """Code blocks, headings and reference definitions, line by line."""
    at = opened = 0
    fence = ""
    blank, above = True, ""
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                yield Span(opened, at)
                fence = ""
        elif line[0] not in _BLOCK_SIGNS:
            pass
        elif found := _FENCE.match(line):
            fence, opened = found[1], start
        elif _HEADING.match(line):
            yield Span(start, at, read=True)
        elif above and _UNDERLINE.match(line):
            yield Span(start - len(above), at, read=True)
        elif blank and line.strip() and line.startswith(("    ", "\t")):
            yield Span(start, at)
            continue  # the next line of the block follows as after a blank one
        elif _REFERENCE.match(line):
            yield Span(start, at)
        blank = not line.strip()
        above = "" if blank else line
    if fence:
        yield Span(opened, at)


def _find_inline(text: str) -> Iterator[Span]:
    if any(sign in text for sign in _INLINE_SIGNS):
        last = text.rfind("-->")  # what starts after it is no comment: its end is not looked for
        text = text[: last + 1] + text[last + 1 :].replace("<!--", "    ")
        for found in _INLINE.finditer(text):
            yield Span(*found.span(), read=found.lastgroup in ("link", "label"))
