"""Links to the very words of a page elsewhere (URL fragment text directives)."""

import re
from urllib.parse import quote, urlsplit

_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\))\s*")


def link_to_words(url: str, words: str) -> str:
    """The address of a page with a directive that shows the words; `[…]` in them is passed over."""
    parts = [part for part in _CUT.split(words.strip()) if part]
    ends = dict.fromkeys(parts[:1] + parts[-1:])  # once, where nothing was left out
    text = ",".join(quote(part, safe="").replace("-", "%2D") for part in ends)
    return f"{url}{'' if urlsplit(url).fragment or url.endswith('#') else '#'}:~:text={text}"
