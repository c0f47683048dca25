"""Which of a text's mentions become links: not every one, or the page is all links."""

from collections.abc import Iterator, Sequence
from typing import Literal

from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.names.masking import find_headings

Frequency = Literal["first", "page", "all"]


def choose_links(
    text: str, mentions: Sequence[Mention], frequency: Frequency, seen: set[str]
) -> Iterator[Mention]:
    """The mentions to be linked: all, the first of each record on the page, or in each section.

    `seen` holds what the page has linked already, and is added to. Sections begin at headings.
    What the curator links is linked always, and counts.
    """
    headings = [span.start for span in find_headings(text)] if frequency == "first" else []
    if frequency == "first":
        seen = set()
    for mention in mentions:
        while headings and headings[0] < mention.start:
            headings.pop(0)
            seen.clear()
        if frequency == "all" or mention.how == "explicit" or mention.record not in seen:
            yield mention
        seen.add(mention.record)
