"""Ids and anchors from names."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"’": " ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o"}
)
_WORD = 20
"""Most words are shorter."""
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
"""What Windows takes for a device: no file or folder can be called so."""


def slugify(text: str, words: int | None = None) -> str:
    """The text as an id: lower case, no accents, words (at most `words`) joined by hyphens."""
    if words:  # of a long text, the beginning is enough, where one word more begins in it
        found = _list_words(text[: words * _WORD])
        if len(found) > words:
            return "-".join(found[:words])
    return "-".join(_list_words(text)[:words]) or "x"


def _list_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())


def slugify_tag(tag: str) -> str:
    """The tag as a part of an address; one that has no Latin letter is known by its digest."""
    slug = slugify_words(tag)
    return f"tag-{slug}" if slug in DEVICES else slug


@lru_cache(maxsize=2**14)
def slugify_words(text: str, words: int | None = None) -> str:
    """The text as an id, of at most so many words; one without a Latin letter by its digest."""
    slug = slugify(text, words)
    if slug != "x" or text.lower() == "x":
        return slug
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
