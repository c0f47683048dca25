"""Text as formats with lines, and XML, can hold it."""

import re

_BREAKS = re.compile(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")  # not those that hold a line together
_UNFIT = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are no spaces
    r"\u202a-\u202e\u2066-\u2069"  # what turns the rest of the line around
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # what is no character
)


def one_line(text: str) -> str:
    """The text on one line, without what no format can hold; rows of spaces are one."""
    if text.isprintable() and "  " not in text:  # what is printable holds neither
        return text.strip()
    return _BREAKS.sub(" ", drop_unfit(text)).strip()


def drop_unfit(text: str) -> str:
    """The text with its lines, without controls and what is no character: XML forbids them."""
    return text if text.isprintable() else _UNFIT.sub("", text)
