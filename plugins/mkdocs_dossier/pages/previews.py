"""The cards shown beside a name: small files of data, loaded when first needed."""

from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified
from mkdocs_dossier.pages.assets import FOLDER, Asset, picture_address
from mkdocs_dossier.pages.pieces import cut_into_pieces
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.sentences import office_words

CARDS = f"{FOLDER}/cards"
SUMMARY = 400
"""Characters of a summary that a card shows."""


def preview_files(site: Site) -> Iterator[Asset]:
    """The cards by id, cut into pieces: name `n`, kind `k`, summary `s`, and what its kind has:

    `d` date in words, `t` its first day (ISO), `p` the portrait's address, `o` offices as
    [title, first day, last day], both ISO, null where open or unknown.
    """
    cards = ((record.id, _card(site, record)) for record in site.dossier.everything())
    for name, content in cut_into_pieces(cards):
        yield Asset(f"{CARDS}/{name}", content)


def _card(site: Site, record: Identified) -> dict[str, Any]:
    kind = getattr(record, "kind", None)
    label = site.term("kind", kind, record.section) if kind else site.texts("preview.article")
    card: dict[str, Any] = {"n": record.title_text, "k": label, "s": _shorten(record.summary)}
    if isinstance(record, Event | Article) and record.date:
        card["d"] = site.say(record.date)
        if record.date.earliest:
            card["t"] = record.date.earliest.isoformat()
    image = getattr(record, "image", None)
    if image is not None:
        card["p"] = picture_address(image.file)
    if isinstance(record, Actor) and record.offices:
        card["o"] = [
            [
                office_words(site, office, record.country),
                *_bounds(office.date or office.start, office.date or office.end),
            ]
            for office in record.offices
        ]
    return card


def _shorten(text: str) -> str:
    if len(text) <= SUMMARY:
        return text
    kept = text[:SUMMARY]
    return f"{kept.rpartition(' ')[0] or kept}…"


def _bounds(start: Any, end: Any) -> tuple[str | None, str | None]:
    first = start.earliest.isoformat() if start and start.earliest else None
    last = end.latest.isoformat() if end and end.latest else None
    return first, last
