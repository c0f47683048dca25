"""Ids and anchors from names."""

import hashlib
import re
import unicodedata

_LETTERS = str.maketrans(
    {"’": " ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o"}
)


def slugify(text: str, words: int | None = None) -> str:
    """The text as an id: lower case, no accents, words (at most `words`) joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    found = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(found[:words]) or "x"


def slugify_tag(tag: str) -> str:
    """The tag as a part of an address; one that has no Latin letter is known by its digest."""
    slug = slugify(tag)
    if slug != "x" or tag.lower() == "x":
        return slug
    return hashlib.sha256(tag.encode()).hexdigest()[:12]
