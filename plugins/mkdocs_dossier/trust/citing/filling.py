"""References that differ in a title and an address alone: written once, then filled in.

A style is a program, which takes 2 ms a reference; the pages of a site are cited alike but for
these two. What a style does to words (other cases, other marks) is seen in those that stand for
the title; where it does anything, or a title holds what they do not, each reference is written.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache

from mkdocs_dossier.trust.citing.items import Item

_REST = "qza bqz'cqz’dqz, eqz-fqz (gqz) 7hqz"
_TITLES = (f"q{_REST}", f"Q{_REST}")
_ADDRESS = "https://qzx.invalid/qzx/"
# no two branches match the same, so that a long title costs no more than it is long
_PLAIN_TITLE = re.compile(r"\w+(?:(?:[-'’]| \(|\)?,? )\w+)*")
_PLAIN_ADDRESS = re.compile(r"https?://[\w./-]+/", re.ASCII)
_SIGN = "qz"
"""Stands in each piece of what stands for a title or an address."""


class Filling:
    """Writes references by a style. `write` does it the long way."""

    def __init__(self, write: Callable[[Item], str]) -> None:
        self._write = write
        self._find = lru_cache(maxsize=1024)(self._make)

    def write(self, item: Item) -> str:
        """The reference, in the words that the style would give. Raises what `write` raises."""
        title, address = item["title"], item.get("URL", "")
        usual = _PLAIN_TITLE.fullmatch(title) and (not address or _PLAIN_ADDRESS.fullmatch(address))
        if not usual or _SIGN in f"{title}{address}".casefold():
            return self._write(item)
        stand_in = _TITLES[title[0].isupper()]
        words = {"id": "item", "title": stand_in} | ({"URL": _ADDRESS} if address else {})
        pieces = self._find(json.dumps(item | words, sort_keys=True), stand_in)
        if pieces is None:
            return self._write(item)
        real = {stand_in: title, _ADDRESS: address}
        return "".join(real.get(piece, piece) for piece in pieces)

    def _make(self, item: str, stand_in: str) -> tuple[str, ...] | None:
        """The reference in pieces; None where the style changed what stands for the words."""
        written = self._write(json.loads(item))
        pieces = re.split(f"({re.escape(stand_in)}|{re.escape(_ADDRESS)})", written)
        between = "".join(pieces[::2])
        return None if _SIGN in between.casefold() else tuple(pieces)
