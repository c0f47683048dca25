"""Where the article itself begins, after its headline and its main points."""

import re

_BULLETS = "•*-–—"
_FULL_STOP = re.compile(r"[.!?…][»\"”)]*$")


def end_of_lead(text: str) -> int:
    """The offset after the lines that end in no full stop or are points of a list; 0 without."""
    lead = 0
    for line in text.splitlines(keepends=True):
        shown = line.strip()
        if shown and shown[0] not in _BULLETS and _FULL_STOP.search(shown):
            break
        lead += len(line)
    return lead if lead < len(text) else 0
