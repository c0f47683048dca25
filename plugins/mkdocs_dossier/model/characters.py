"""Characters that no text of a dossier holds: they break what is made of it, or turn lines around.

Controls (but tab and ends of lines), halves of pairs, noncharacters (which the recognition of names
uses as marks), the byte order mark inside a text, and the signs that set the direction of all that
follows them. The marks that set it for one place (U+200E, U+200F) may stand.
"""

import re
from collections.abc import Iterator

_NONCHARACTERS = "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_FORBIDDEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\u202a-\u202e\u2066-\u2069"
    f"\ud800-\udfff\ufdd0-\ufdef\ufeff{_NONCHARACTERS}]"
)
REPLACEMENT = "\ufffd"
_USUAL = "\n\u00a0\u202f"
"""What texts hold beside characters that print; no forbidden one prints."""


def find_forbidden(text: str) -> Iterator[int]:
    """Where such characters stand."""
    if not prints(text):
        for found in _FORBIDDEN.finditer(text):
            yield found.start()


def replace_forbidden(text: str) -> str:
    """The text with another sign in the place of each, so that nothing moves."""
    return text if prints(text) else _FORBIDDEN.sub(REPLACEMENT, text)


def prints(text: str) -> bool:
    """Whether it is plain that a text has no such character: ten times as fast as to look."""
    if text.isprintable():
        return True
    for each in _USUAL:
        text = text.replace(each, "")
    return text.isprintable()
