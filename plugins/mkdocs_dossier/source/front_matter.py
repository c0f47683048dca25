"""An article's file: fields between two `---` lines, then the text."""

import re
from dataclasses import dataclass

from mkdocs_dossier.source.complaints import shown
from mkdocs_dossier.source.tree import Fault

_FENCE = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Split:
    """`body` starts right after the newline of the closing `---`, on line `body_line`."""

    header: str
    body: str
    body_line: int


def split(text: str) -> Split | Fault:
    """Part the fields from the text; a Fault when there are no fields or no end to them."""
    if not text.strip():
        return Fault((1, 1), "yaml", "yaml.empty")
    opening = _FENCE.match(text)
    if not opening:
        first = shown(_NEWLINE.split(text, maxsplit=1)[0])
        return Fault((1, 1), "front-matter", "file.no-front-matter", {"found": first})
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return Fault((1, 1), "front-matter", "file.unclosed-front-matter")
    header = text[opening.end() : closing.start()]
    lines = len(_NEWLINE.findall(text[: closing.end()]))
    return Split(header, text[closing.end() :], lines + 1)
