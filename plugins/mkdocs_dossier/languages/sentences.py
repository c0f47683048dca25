"""The sentence around a place in a text."""

import re
from functools import cache

from mkdocs_dossier.languages.words import read_all_words

_END = re.compile(
    r"[.!?…][»”“\"')\]]*(?=\s+[«“„\"'(\[A-ZÀ-ÝĀ-ŽΑ-ΫА-Я0-9\u0590-\u1fff\u3040-\uffef])|[。！？][」』）]*"
)


@cache
def _abbreviation() -> re.Pattern[str]:
    words = "|".join(sorted(set(read_all_words("reading")["abbreviations"])))
    return re.compile(rf"(?:\b(?:{words})|\b[A-Z])\.$")


def find_sentence(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The offsets of the sentence around `start`–`end`, within the stretch `low`–`high`."""
    first, last = low, high
    for found in _END.finditer(text, low, high):
        if _abbreviation().search(text, max(low, found.start() - 8), found.start() + 1):
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
