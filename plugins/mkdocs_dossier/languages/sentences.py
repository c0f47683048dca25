"""The sentence around a place in a text."""

import re

_END = re.compile(r"[.!?…][»”\"')\]]*(?=\s+[«“\"'(\[A-ZÀ-Ý0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mlle|Dr|Pr|St|Ste|av|apr|p|pp|art|vol|cf|etc|no|n°)|\b[A-Z])\.$"
)


def find_sentence(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The offsets of the sentence around `start`–`end`, within the stretch `low`–`high`."""
    first, last = low, high
    for found in _END.finditer(text, low, high):
        if _ABBREVIATION.search(text, max(low, found.start() - 8), found.start() + 1):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.end() >= end:
            last = found.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
