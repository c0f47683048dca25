"""What the front matter of an article may say, from its text and page, with reasons."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from mkdocs_dossier.curate.press.clean import Cleaned, Dropped
from mkdocs_dossier.curate.press.web_page import WebPage
from mkdocs_dossier.languages import languages
from mkdocs_dossier.languages.words import read_all_words, read_words
from mkdocs_dossier.model.dates import InvalidDate, parse
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.names.page_lines import flatten
from mkdocs_dossier.source.loose_dates import read_loosely

TITLE_WORDS = 12
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|(?:\d{1,2}(?:er|st|nd|rd|th)?\s(?:of\s)?)?[^\W\d_]{3,10}\.?(?:\s\d{1,2}(?:st|nd|rd|th)?,?)?\s\d{4}"
)
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_DATELINE = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý' .-]{2,40}[,(][^\n]{0,60}?(?:\)|—|–| -)")
_BROKEN = re.compile(r"[^\W\d_]{3,}\. (?!de\b)?[a-zà-ÿ]{2,}")
_SPACED_TAG = re.compile(r"<\s+/?\w|</\s+\w")
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))(?=.*(?:\b(?:19|20)\d\d\b|droits|rights))")
_FINAL = re.compile(r"[.…。][»\"”')\]]*$")


@dataclass(frozen=True)
class Proposal:
    """What an article seems to be. None or an empty text: nothing says it.

    `basis` is a message under `import.basis` with its values; `machine` are the signs of a machine
    translation, each a message under `import.machine` with what was found; `site` is the outlet as
    the page names it, `outlet` the record that bears this name.
    """

    title: str
    untitled: bool = False
    date: str = ""
    basis: tuple[str, str] = ("", "")
    outlet: str | None = None
    site: str = ""
    language: str = ""
    author: str = ""
    address: str = ""
    machine: tuple[tuple[str, str], ...] = field(default=())


def propose(
    dossier: Dossier, raw: str, cleaned: Cleaned, page: WebPage | None, today: str
) -> Proposal:
    """Propose an article's fields. `raw`: as it was scraped; `today` bounds dates."""
    title, untitled = _find_title(cleaned.text, page.title if page else "")
    language = guess_language(cleaned.text) or (page.language if page else "")
    site, outlet = _find_outlet(dossier, cleaned.dropped, page)
    date, basis = _find_date(cleaned, page, language or dossier.language, today)
    author = (page.author if page else "") or _find_author(cleaned.dropped)
    return Proposal(
        title,
        untitled,
        date,
        basis,
        outlet,
        site,
        language,
        author,
        page.address if page else "",
        tuple(_find_machine(raw, cleaned, page)),
    )


def _find_title(text: str, stated: str) -> tuple[str, bool]:
    """The page's title, or the first line where it is one; else the first words, as our own."""
    if stated:
        return stated, False
    lines = [line for line in text.split("\n") if line.strip()]
    heads = list(itertools.takewhile(lambda line: not _FINAL.search(line), lines))
    short = [line for line in heads[:3] if len(line.split()) > 3]
    first = (short or lines or [""])[0]  # the name of the site may stand above the title
    if len(lines) > 1 and len(first.split()) <= 35 and not _FINAL.search(first):
        return first, False
    words = first.split()
    shown = " ".join(words[:TITLE_WORDS]).rstrip(",;:")
    return (f"{shown}…" if len(words) > TITLE_WORDS else shown), True


def guess_language(text: str) -> str:
    """The language of which a text has most small words; empty where that is not clear."""
    words = [word.casefold() for word in _WORD.findall(text[:20_000])]
    counts = sorted(
        ((sum(word in _small(each) for word in words), each) for each in languages()), reverse=True
    )
    if not words or not counts or counts[0][0] < max(5, len(words) * 0.15):
        return ""
    clear = len(counts) == 1 or counts[0][0] > 1.5 * counts[1][0]
    return counts[0][1] if clear else ""


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(read_words(language, "reading").get("function", []))


def _find_outlet(
    dossier: Dossier, dropped: Iterable[Dropped], page: WebPage | None
) -> tuple[str, str | None]:
    """The outlet as the page or a line of copyright names it, and its record if it has one."""
    names = _name_media(dossier)
    if page:
        host = (urlsplit(page.address).hostname or "").removeprefix("www.")
        for key in (flatten(page.site), host):
            if key and key in names:
                return page.site or host, names[key]
        return page.site or host, None
    for each in dropped:
        plain = flatten(each.text)
        if _RIGHTS.match(plain):
            found = [(len(name), id) for name, id in names.items() if f" {name} " in f" {plain} "]
            if found:
                return each.text, max(found)[1]
    return "", None


def _name_media(dossier: Dossier) -> dict[str, str]:
    """The media of a dossier by name, alias and host, flattened."""
    names: dict[str, str] = {}
    for id, actor in dossier.actors.items():
        if actor.kind == "media":
            for name in (actor.name, *(alias.name for alias in actor.aliases)):
                names.setdefault(flatten(name), id)
            website = str(actor.external.website or "") if actor.external else ""
            if host := (urlsplit(website).hostname or "").removeprefix("www."):
                names.setdefault(host, id)
    return names


def _find_author(dropped: Iterable[Dropped]) -> str:
    for each in dropped:
        if each.kind == "byline":
            label = next(
                (
                    word
                    for word in sorted(read_all_words("debris")["bylines"], key=len, reverse=True)
                    if flatten(each.text).startswith(f"{flatten(word)} ")
                ),
                "",
            )
            return each.text[len(label) :].strip(" :")[:200]
        if each.kind == "signature" and each.text.islower():  # an agency's name has capitals
            return each.text.strip("() .")
    return ""


def _find_date(
    cleaned: Cleaned, page: WebPage | None, language: str, today: str
) -> tuple[str, tuple[str, str]]:
    """The day of publication and where it stands; else since when the text can be."""
    if page and page.date and _is_past(page.date, today):
        return page.date, ("page", page.date_from)
    for each in cleaned.dropped:
        if each.kind == "published":
            for date in _read_dates(each.text, language):
                if len(date) == 10 and _is_past(date, today):
                    return date, ("line", each.text)
    for line in cleaned.text.split("\n")[:4]:
        if dateline := _DATELINE.match(line):
            for date in _read_dates(dateline[0], language):
                if len(date) == 10 and _is_past(date, today):
                    return date, ("line", dateline[0])
    named = [each for each in _named_dates(cleaned.text, language) if _is_past(each[0], today)]
    if named:
        latest, words = max(named)
        return f"[{latest}..]", ("since", words)
    return "", ("none", "")


def _is_past(date: str, today: str) -> bool:
    try:
        parse(date)
    except InvalidDate:
        return False
    return date <= today


def _read_dates(text: str, language: str) -> Iterator[str]:
    unclear = "day_or_month_first" in read_words(language, "reading")
    for found in _DATE.finditer(text):
        if len(read := read_loosely(found[0], language)) == 1 or (read and not unclear):
            yield read[0]


def _named_dates(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The dates with a year that a text names as past, each with its words."""
    ahead = read_words(language, "reading").get("ahead", [])
    for pattern in (_DATE, _YEAR):
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 20) : found.start()].casefold().rstrip()
            if any(before.endswith(word) for word in ahead):
                continue
            read = [found[0]] if pattern is _YEAR else read_loosely(found[0], language)
            if len(read) == 1:
                yield read[0], found[0]


def _find_machine(raw: str, cleaned: Cleaned, page: WebPage | None) -> Iterator[tuple[str, str]]:
    """The signs that a machine translated a text; one of its own saying, or two others."""
    plain = raw.casefold()
    for phrase in read_all_words("reading")["machine"]:
        if phrase in plain:
            yield "said", phrase
            return
    tag = _SPACED_TAG.search(raw) if page is None else None
    broken = _BROKEN.search(cleaned.text)
    if tag and broken:
        yield "tag", tag[0]
        yield "broken", broken[0]
