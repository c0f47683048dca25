"""What a Markdown text names outside its code: addresses of links and pictures, and HTML."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_dossier.names.explicit import Explicit, find_explicit
from mkdocs_dossier.names.spans import Span
from mkdocs_dossier.names.written import find_blocks

# Code within a line, and an escaped sign, which opens nothing.
_CODE = r"(?<!`)(?P<tick>`+)(?!`)[^\0]{1,2000}?(?<!`)(?P=tick)(?!`)"
_TICKS = re.compile(_CODE)
_SKIPPED = _CODE + r"|\\."
_ADDRESS = re.compile(
    _SKIPPED + r"|(?P<picture>!\[[^\[\]\n]*)?\]"
    r"(?:\([ \t]*<?(?P<address>(?:[^\s<>()]|\([^\s<>()]*\))*)|\[(?P<of>[^\[\]\n]*)\])"
    r"|^ {0,3}\[(?P<name>[^\[\]\n]+)\]:[ \t]*<?(?P<defined>[^\s<>]+)"
    r"|<(?P<bare>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>",
    re.MULTILINE,
)
_SHORT_PICTURE = re.compile(r"!\[([^\[\]\n]+)\](?![\[(])")
# `<https://…>` and `<a@b.org>` are links of Markdown.
_HTML = re.compile(
    _SKIPPED + r"|(?P<html><[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])|<!--|<[!?][a-zA-Z\[])", re.MULTILINE
)


class Address(NamedTuple):
    """An address as written, where it starts in the text, and whether a picture comes from it."""

    start: int
    text: str
    picture: bool


def find_addresses(text: str) -> Iterator[Address]:
    """The addresses of a text, in order.

    One that a definition gives (`[name]: address`) is a picture's where any picture uses the name.
    """
    if "]" not in text and "<" not in text:  # most texts have none
        return
    found = list(_find(_ADDRESS, text))
    pictured = {
        (each["of"] or each["picture"][2:]).casefold()
        for each in found
        if each["picture"] and each["of"] is not None
    }
    pictured |= {name.casefold() for name in _SHORT_PICTURE.findall(text)}
    for each in found:
        for group in ("address", "defined", "bare"):
            if each[group]:
                name = (each["name"] or "").casefold()
                picture = bool(each["picture"]) or name in pictured
                yield Address(each.start(group), each[group], picture)


def find_html(text: str) -> Iterator[tuple[int, str]]:
    """Where HTML stands in a text, and how it starts (`<div`)."""
    for each in _find(_HTML, text) if "<" in text else ():
        if each["html"]:
            yield each.start(), each["html"]


def find_written_links(text: str) -> Iterator[Explicit]:
    """The links `[[id]]` of a text."""
    ticks = [Span(*each.span()) for each in _TICKS.finditer(text)]
    yield from find_explicit(text, sorted([*find_blocks(text), *ticks]))


def _find(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches outside blocks of code."""
    spans = [(span.start, span.end) for span in find_blocks(text)]
    at = 0
    for found in pattern.finditer(text):
        while at < len(spans) and spans[at][1] <= found.start():
            at += 1
        if at == len(spans) or found.start() < spans[at][0]:
            yield found
