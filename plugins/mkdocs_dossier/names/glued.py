"""Debris that sticks to the article's own sentences: tags, adverts, announcements, signatures."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from mkdocs_dossier.languages.words import read_all_words
from mkdocs_dossier.names.page_lines import entries

_NAMES = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|center|cite|code|dd|div|dl|dt|em|"
    "embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|"
    "li|link|main|mark|meta|nav|noscript|object|ol|option|p|picture|pre|q|s|script|section|select|"
    "small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|u|"
    "ul|video"
)
TAG = re.compile(
    rf"<\s*/?\s*(?:{_NAMES})\b(?:[\s/][^<>\n]{{0,500}})?>|<!--[^\n]{{0,500}}?-->"
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});",
    re.IGNORECASE,
)
_INITIALS = r"[a-z]{2,4}(?:[/-][a-z]{2,4})*"
_CREDIT = re.compile(r"\s*(?:©|\(c\)(?= ))\s*\w[^.!?©]{1,40}$", re.IGNORECASE)
_STRAY = re.compile(r"(?<=[.!?…])\s\.(?=\s*$)")


class Glued(NamedTuple):
    """A stretch of a line that is debris, and what it is."""

    start: int
    end: int
    kind: Literal["announcement", "page", "credit", "signature", "tag"]


def find_glued(line: str, last: bool) -> Iterator[Glued]:
    """The debris inside a line that else is the article's, in order, without overlaps.

    `last`: it is the last line of the article, where its author signs.
    """
    taken = 0
    for found in _within().finditer(line):
        if found.start() >= taken:
            yield Glued(*found.span(), "page" if found.lastgroup == "advert" else "announcement")
            taken = found.end()
    for pattern, kind in ((_CREDIT, "credit"), (_STRAY, "tag")):
        found_ = pattern.search(line, taken)
        if found_ and found_.start() > 0:
            yield Glued(*found_.span(), kind)  # type: ignore[arg-type]
            return
    signed = _signed().search(line, taken) if last else None
    if signed:
        yield Glued(*signed.span(), "signature")


@cache
def _within() -> re.Pattern[str]:
    """Announcements in brackets or between sentences, and adverts between sentences."""
    words = read_all_words("debris")
    labels = _join([*words["directly"], *words["announcements"]])
    directly = _join(words["directly"])
    adverts = "|".join(map(re.escape, words["adverts"]))
    return re.compile(
        rf"(?P<bracket>\s*[(\[](?i:{directly}|(?:{labels})\s*:)\W[^()\[\]\n]{{0,200}}[)\]])"
        rf"|(?P<between>(?:^|(?<=[.!?»”])\s+)(?i:{labels})\s?[:|>–]\s?[^.!?\n]{{5,150}}[.?!]+\s+(?=[«“\"A-ZÀ-Ý]))"
        rf"|(?P<after>(?<=[.!?»”])\s+(?i:{directly})\s?[:|>–]\s?[^.\n]{{5,150}}$)"
        rf"|(?P<advert>(?:^|(?<=[.!?»”])\s+)(?:{adverts})\s+(?=[«“\"A-ZÀ-Ý0-9]))"
    )


@cache
def _signed() -> re.Pattern[str]:
    """Initials or an agency, in brackets after the last sentence."""
    agencies = "|".join(sorted((re.escape(each) for each in entries("agencies")), key=len)[::-1])
    inside = rf"(?:{_INITIALS}|(?i:(?:avec |with )?(?:{agencies})(?:\s*[,/&]\s*(?:{agencies}))*))"
    return re.compile(rf"(?<=[.!?…»”\"])\s*\({inside}\)\.?\s*$")


def is_signature(line: str) -> bool:
    """Whether a whole line is somebody's initials, or an agency."""
    found = _signed().match(f". ({line.strip('()[] .–—-')})", 1)
    initials = re.fullmatch(
        rf"\({_INITIALS}\)|[a-z]{{2,4}}(?:/[a-z]{{2,4}})+"
        r"|(?:[A-Z]\.[- ]?){2,4}(?:\s?(?:avec|with)?\s?[A-Z]+)?",
        line,
    )
    return bool(initials) or (found is not None and not re.fullmatch("[a-z]{2,4}", line.strip()))


def _join(labels: list[str]) -> str:
    """A pattern of the labels as pages write them, with accents or without."""
    forms = {each.replace(" ", r"\s") for each in labels}
    forms |= {re.sub("^a ", "à ", each).replace(" ", r"\s") for each in labels}
    forms |= {each.replace("egal", "égal").replace("ecout", "écout") for each in forms}
    return "|".join(sorted(forms, key=lambda each: (-len(each), each)))
