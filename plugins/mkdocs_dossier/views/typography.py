"""The spaces that French puts inside its punctuation, so that data can be typed without them."""

import re

_NARROW = "\u202f"
_WIDE = "\u00a0"
_BEFORE = re.compile(r"(?<=\S)[ \u00a0](?=[;!?](?:\s|$|[)»\]]))")
_COLON = re.compile(r"(?<=\S)[ \u202f](?=:(?:\s|$))")
_OPENING = re.compile(r"«[ \u202f]")  # a link may follow, in a piece of its own
_CLOSING = re.compile(r"(?<=\S)[ \u202f]»")


def set_spaces(text: str, language: str) -> str:
    """The text with unbreakable spaces where French has them; other languages stay as they are."""
    if language != "fr":
        return text
    text = _BEFORE.sub(_NARROW, text)
    text = _COLON.sub(_WIDE, text)
    text = _OPENING.sub("«" + _WIDE, text)
    return _CLOSING.sub(_WIDE + "»", text)
