"""An article as it was scraped, read whole: its text, what it may be, whom it names, who speaks."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.curate.press.clean import Cleaned, Dropped, clean
from mkdocs_dossier.curate.press.decode import Decoded, NoText, decode
from mkdocs_dossier.curate.press.echoes import Echo, find_echoes
from mkdocs_dossier.curate.press.propose import Proposal, propose
from mkdocs_dossier.curate.press.reported import Reported, find_reported
from mkdocs_dossier.curate.press.web_page import is_markup, read_page
from mkdocs_dossier.curate.suggestions import Suggestion, suggest
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages.words import read_words
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier

CHARACTERS = 500_000
"""The longest text that is taken for an article."""
_ID = "imported"


@dataclass(frozen=True)
class Scraped:
    """What a file gives: `known` is the article whose full text it is already, or empty.

    `content` is what is kept as full text: the bytes of the file if an article knows those, else
    the cleaned text.
    """

    decoded: Decoded
    cleaned: Cleaned
    dropped: tuple[Dropped, ...]
    proposal: Proposal
    content: bytes
    known: str


@dataclass(frozen=True)
class Readings:
    """What a curator works from: names with a record and without, statements, echoes.

    `compared` is the number of sentences that were looked up in the other full texts.
    """

    named: tuple[str, ...]
    unnamed: tuple[Suggestion, ...]
    reported: tuple[Reported, ...]
    echoes: tuple[Echo, ...]
    compared: int


def read_scraped(
    dossier: Dossier, raw: bytes, today: str, address: str = "", encoding: str = ""
) -> Scraped:
    """Read a scraped article, HTML or text. Raises NoText where the bytes hold none."""
    decoded = decode(raw, encoding)
    page = read_page(decoded.text, address) if is_markup(decoded.text) else None
    scraped = page.text if page else decoded.text
    if len(scraped) > CHARACTERS:
        raise NoText("long", str(CHARACTERS))
    cleaned = clean(scraped)
    if not cleaned.text.strip():
        raise NoText("debris")
    dropped = (*(page.dropped if page else ()), *cleaned.dropped)
    proposal = propose(dossier, decoded.text, cleaned, page, today)
    content = cleaned.text.encode()
    known = {
        article.full_text_sha256: id
        for id, article in sorted(dossier.articles.items(), reverse=True)
        if article.full_text_sha256
    }
    if as_it_is := known.get(hash_text(raw)):
        return Scraped(decoded, cleaned, dropped, proposal, raw, as_it_is)
    same = known.get(hash_text(content), "")
    return Scraped(decoded, cleaned, dropped, proposal, content, same)


def hash_text(content: bytes) -> str:
    """The SHA-256 by which an article knows its full text."""
    return hashlib.sha256(content).hexdigest()


def read_closely(
    mentions: Mentions, scraped: Scraped, language: str, others: Mapping[str, str]
) -> Readings:
    """Names, reported statements and echoes of a text. `others`: full texts by name."""
    text = scraped.cleaned.text
    article = Article(
        title=scraped.proposal.title, outlet=None, date=None, summary=_ID, body="excerpt"
    )
    article._id, article._text = _ID, text
    found = mentions.reader.read_article(article).mentions
    named = tuple(dict.fromkeys(each.record for each in found))
    reported = find_reported(mentions.dossier, text, language, found, article.title)
    echoes, compared = find_echoes(text, others)
    small = frozenset(read_words(language, "reading").get("function", []))
    unnamed = tuple(
        each
        for each in suggest(mentions, [article])
        if each.kind != "ambiguous" and each.form.split()[0].casefold() not in small
    )
    return Readings(named, unnamed, tuple(reported), tuple(echoes), compared)
