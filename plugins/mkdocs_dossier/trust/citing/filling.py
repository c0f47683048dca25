"""References that differ in some words alone: written once, then filled in.

A style is a program, which takes 2 ms a reference; the pages and statements of a site are cited
alike but for titles, addresses and notes. What a style does to words (other cases, other marks) is
seen in those that stand for them; where it does anything, or the real ones hold what they do not,
each reference is written.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from mkdocs_dossier.trust.citing.items import Item

_WORDS = ("title", "container-title", "note")
_LINKS = {"URL", "archive_location"}
_REST = (
    "qza bqz'cqz’dqz, eqz-fqz (gqz) 7hqz. Iqz: jqz; kqz “lqz”, « mqz » nqz ; oqz : (pqz) – sqz"
    " — tqz"
)
_STAND_INS = {name: (f"{name[0]}{_REST}", f"{name[0].upper()}{_REST}") for name in _WORDS}
# a word, then what stands between two words, in one way only: a long text costs what it is long
_PLAIN = re.compile(r"\w+(?:(?:[-'’]|(?:\)|”| »)?(?:[,.:;]| [;:–—])? (?:\(|“|« )?)\w+)*")
_ADDRESSES = {
    "https://qzx.invalid/qzx/": re.compile(r"https?://[\w./-]+/", re.ASCII),
    "https://qzx.invalid/qzx/#qzx-7": re.compile(r"https?://[\w./-]+/#(?:[\w.-]*\w)", re.ASCII),
}
_COPY, _PLAIN_COPY = "https://qzy.invalid/qzy/", re.compile(r"https?://[\w./:-]*[\w/]", re.ASCII)
_SIGN = "qz"
"""Stands in each piece of what stands for something."""


class Filling:
    """Writes references by a style. `write` does it the long way."""

    def __init__(self, write: Callable[[Item], str]) -> None:
        self._write = write
        self._find = lru_cache(maxsize=1024)(self._make)

    def write(self, item: Item) -> str:
        """The reference, in the words that the style would give. Raises what `write` raises."""
        names = dict(_stand_in(item))
        if not {"title", *(_LINKS & item.keys())} <= names.keys():
            return self._write(item)
        pieces = self._find(
            json.dumps(item | {"id": "item"} | names, sort_keys=True), *names.values()
        )
        if pieces is None:
            return self._write(item)
        real = {stand_in: item[name] for name, stand_in in names.items()}
        return "".join(real.get(piece, piece) for piece in pieces)

    def _make(self, item: str, *stand_ins: str) -> tuple[str, ...] | None:
        """The reference in pieces; None where the style changed what stands for the words."""
        written = self._write(json.loads(item))
        pieces = re.split(f"({'|'.join(map(re.escape, stand_ins))})", written)
        between = "".join(pieces[::2])
        return None if _SIGN in between.casefold() else tuple(pieces)


def _stand_in(item: Item) -> Iterator[tuple[str, str]]:
    """What stands for the usual words of an item, by name."""
    for name in _WORDS:
        if _PLAIN.fullmatch(item.get(name, "")):
            yield name, _STAND_INS[name][item[name][0].isupper()]
    for stand_in, usual in _ADDRESSES.items():
        if usual.fullmatch(item.get("URL", "")):
            yield "URL", stand_in
    if _PLAIN_COPY.fullmatch(item.get("archive_location", "")):
        yield "archive_location", _COPY
