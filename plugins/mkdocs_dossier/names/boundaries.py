"""Where a name may begin and end."""

import re
import unicodedata

from mkdocs_dossier.languages.name_grammar import NameGrammar

SPACE, WORD, HYPHEN, OTHER = range(4)
_UNSPACED = re.compile(  # scripts that put no space between words, and Korean, which adds particles
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_PREFIX = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_FOLLOWER = re.compile(r"[-\u2010\u2011]([^\W\d_]+)(?![\w'’-])")
_HYPHENS = "-\u2010\u2011\u2212\uff0d"


def _classify(code: int) -> int:
    char = bytes([code]).decode("cp1252", "replace")
    if char == "-":
        return HYPHEN
    if code == 0x7F or char in "'’´`.":
        return OTHER
    return WORD if char.isalnum() or char == "_" else SPACE


CLASSES = bytes(map(_classify, range(256)))
"""The class of each byte of a folded text."""
SPACED = bytes(code if CLASSES[code] == WORD else 0x20 for code in range(256))
"""Makes a space of every byte that is no part of a word."""


def is_unspaced(char: str) -> bool:
    """Whether the character belongs to a script written without spaces between words."""
    return char >= "\u0e00" and _UNSPACED.match(char) is not None


def begins_name(text: str, start: int, grammar: NameGrammar) -> bool:
    """Whether a name may begin at `start`; a hyphen before it is judged elsewhere."""
    if start == 0 or is_unspaced(text[start]):
        return True
    before = text[start - 1]
    if before in "'’´`":
        opening = start == 1 or not text[start - 2].isalnum()
        return opening or grammar.elision.search(text, max(0, start - 8), start) is not None
    if before in _HYPHENS:
        prefix = _PREFIX.search(text, max(0, start - 12), start)
        return prefix is None or prefix[1].casefold() in grammar.prefixes
    return not _continues(before)


def ends_name(text: str, end: int) -> bool:
    """Whether a name may end at `end`; a hyphen after it is judged elsewhere."""
    if end == len(text) or is_unspaced(text[end - 1]):
        return True
    after = text[end]
    if after in "'’´`":
        rest = text[end + 1 : end + 3]
        own = rest[:1] == "s" or (rest[:1] == "S" and text[end - 1].isupper())
        return not rest[:1].isalpha() or (own and not rest[1:].isalpha())
    if after in _HYPHENS:
        return not text[end + 1 : end + 2].isalnum()
    if after == ".":  # an address: lemonde.fr
        return not text[end + 1 : end + 2].islower()
    return not _continues(after)


def is_followed(text: str, end: int, grammar: NameGrammar) -> bool:
    """Whether a hyphen and a word that makes an adjective of a name follow: UK-based."""
    found = _FOLLOWER.match(text, end)
    if found is None:
        return False
    return found[1] in grammar.followers or grammar.follower.fullmatch(found[1]) is not None


def _continues(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.combining(char) != 0
