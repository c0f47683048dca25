"""Links that the curator writes: `[[id]]`, `[[id|label]]`, `[[id#statement]]`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_dossier.names.spans import Span

# Each part ends in a character of its own, so that what is no link is soon known to be none.
PATTERN = (
    r"\[\[[^\S\n]*(?P<target>[^\[\]|#\s](?:[^\[\]|#\n]*[^\[\]|#\s])?)[^\S\n]*"
    r"(?:#[^\S\n]*(?P<anchor>[^\[\]|\s](?:[^\[\]|\n]*[^\[\]|\s])?)?[^\S\n]*)?"
    r"(?:\|(?P<label>(?:[^\[\]\n]|\n(?!\s*\n))*))?\]\]"
)
_LINK = re.compile(PATTERN)


class Explicit(NamedTuple):
    """A link as written. `start` and `end` span all of it; `shown` the label, else the target."""

    start: int
    end: int
    shown: tuple[int, int]
    target: str
    anchor: str | None
    label: str | None


def find_explicit(text: str, masks: Sequence[Span] = ()) -> Iterator[Explicit]:
    """The explicit links of a text outside code and the like, in order."""
    hidden = sorted((span.start, span.end) for span in masks if not span.read)
    reached = passed = 0
    for found in _LINK.finditer(text):
        start, end = found.span()
        while passed < len(hidden) and hidden[passed][0] <= start:
            reached = max(reached, hidden[passed][1])
            passed += 1
        if end <= reached:
            continue
        label = (found["label"] or "").strip()
        at = found.start("label") if label else found.start("target")
        at = text.index(label or found["target"], at)
        shown = (at, at + len(label or found["target"]))
        yield Explicit(start, end, shown, found["target"], found["anchor"], label or None)
