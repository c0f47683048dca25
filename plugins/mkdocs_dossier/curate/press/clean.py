"""The text of an article without what scraping left in it, and what that was."""

import html
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_dossier.names.debris import find_debris
from mkdocs_dossier.names.glued import TAG

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(
    r"<\s*/?\s*(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure)\b",
    re.IGNORECASE,
)
_WIDEST = 100
_LONG = 50
_EVIDENCE = 3
_REPEATED = 4


@dataclass(frozen=True)
class Dropped:
    """What was taken out: on which line of the file, of what kind, and its words."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True)
class Cleaned:
    """A text that is the article alone, in paragraphs; and what was taken out, in order."""

    text: str
    dropped: tuple[Dropped, ...]


def clean(text: str) -> Cleaned:
    """Take out of a scraped text what is not its article."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = _INVISIBLE.sub("", text.replace("\u2029", "\n"))
    text, marked = _cut(text, [(each.span(), "tag", "\n") for each in _SCRIPT.finditer(text)])
    text, tags = _cut(
        text, [(each.span(), "tag", _instead(each[0])) for each in TAG.finditer(text)]
    )
    text = _unwrap(text)
    debris = [((each.start, each.end), each.kind, "") for each in find_debris(text)]
    text, found = _cut(text, debris)
    text, repeated = _drop_repeated(text)
    lines = [re.sub(r"[^\S\n]+", " ", line).strip(" ") for line in text.split("\n")]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    dropped = sorted([*marked, *tags, *found, *repeated], key=lambda each: each.line)
    return Cleaned(f"{whole}\n" if whole else "", tuple(dropped))


Cut = tuple[tuple[int, int], str, str]


def _cut(text: str, cuts: Iterable[Cut]) -> tuple[str, list[Dropped]]:
    """The text with each stretch replaced. Two words never grow together."""
    starts = [found.end() for found in re.finditer("\n", text)]
    parts: list[str] = []
    dropped: list[Dropped] = []
    last = 0
    for (start, end), kind, instead in cuts:
        piece = text[start:end]
        between = text[start - 1 : start].strip() and text[end : end + 1].strip()
        if not instead and between and piece != piece.strip():
            instead = " "
        parts += (text[last:start], instead)
        last = end
        shown = " ".join(piece.split())
        if not html.unescape(shown).isspace() and not shown.startswith("&"):
            dropped.append(Dropped(bisect_right(starts, start) + 1, kind, shown))
    parts.append(text[last:])
    return "".join(parts), dropped


def _instead(tag: str) -> str:
    if tag.startswith("&"):
        sign = html.unescape(tag)
        return tag if sign in "<>" else sign
    return "\n" if _BLOCK.match(tag) else ""


def _unwrap(text: str) -> str:
    """A text that was broken into lines of one width, with a paragraph on each line again."""
    lines = text.split("\n")
    pairs = list(itertools.pairwise(lines))
    width = max(map(len, lines))
    wrapped = width <= _WIDEST and sum(_goes_on(*pair) for pair in pairs) >= _EVIDENCE
    joined = [lines[0]]
    for above, line in pairs:
        full = above.strip() and line.strip() and len(above) + len(line.split(" ")[0]) >= width
        joined += (" " if _goes_on(above, line) or (wrapped and full) else "\n", line)
    return "".join(joined)


def _goes_on(above: str, line: str) -> bool:
    """Whether a long line without an end is followed by the rest of its sentence."""
    return len(above) >= _LONG and line[:1].islower() and above.rstrip()[-1:] not in ".!?…:»"


def _drop_repeated(text: str) -> tuple[str, list[Dropped]]:
    """The text without paragraphs that it holds already, word for word."""
    seen: set[str] = set()
    kept: list[str] = []
    dropped: list[Dropped] = []
    for number, line in enumerate(text.split("\n"), 1):
        plain = " ".join(line.split())
        if plain in seen and len(plain.split()) >= _REPEATED:
            dropped.append(Dropped(number, "repeated", plain))
            continue
        seen.add(plain)
        kept.append(line)
    return "\n".join(kept), dropped
