"""The addresses that a Markdown text names: of links, of pictures, bare ones between `<…>`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_dossier.links.masking import find_code_blocks

_CODE = r"(?P<ticks>(?<!`)(?P<tick>`+)(?!`)[^\0]{1,2000}?(?<!`)(?P=tick)(?!`))"
_FOUND = re.compile(
    _CODE + r"|\\."  # an escaped sign opens nothing
    r"|(?P<picture>!\[[^\[\]\n]*)?\]"
    r"(?:\([ \t]*<?(?P<address>(?:[^\s<>()]|\([^\s<>()]*\))*)|\[(?P<of>[^\[\]\n]*)\])"
    r"|^ {0,3}\[(?P<name>[^\[\]\n]+)\]:[ \t]*<?(?P<defined>[^\s<>]+)"
    r"|<(?P<bare>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>",
    re.MULTILINE,
)


class Address(NamedTuple):
    """An address as written, where it starts in the text, and whether a picture comes from it."""

    start: int
    text: str
    picture: bool


def find_addresses(text: str) -> Iterator[Address]:
    """The addresses of a text outside code, in order.

    One that a definition gives (`[name]: address`) is a picture's where any picture uses the name.
    """
    code = [(span.start, span.end) for span in find_code_blocks(text)]
    pictured = {
        (found["of"] or found["picture"][2:]).casefold()
        for found in _FOUND.finditer(text)
        if found["picture"] and found["of"] is not None
    }
    pictured |= {name.casefold() for name in re.findall(r"!\[([^\[\]\n]+)\](?![\[(])", text)}
    for found in _FOUND.finditer(text):
        while code and code[0][1] <= found.start():
            code.pop(0)
        if code and code[0][0] <= found.start():
            continue
        for group in ("address", "defined", "bare"):
            if found[group]:
                name = (found["name"] or "").casefold()
                picture = bool(found["picture"]) or name in pictured
                yield Address(found.start(group), found[group], picture)
