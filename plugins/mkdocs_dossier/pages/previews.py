"""The cards shown beside a name: one small script of data, loaded when first needed."""

import json
from typing import Any

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified
from mkdocs_dossier.pages.assets import FOLDER, Asset
from mkdocs_dossier.pages.templating import Press

ADDRESS = f"{FOLDER}/previews-data.js"


def preview_file(press: Press) -> Asset:
    """`previews-data.js`: for each id its name `n`, kind `k`, summary `s`, and what its kind has:

    `d` date in words, `t` its first day (ISO), `p` the portrait's address, `o` offices as
    [title, first day, last day], both ISO, null where open or unknown.
    """
    cards = {record.id: _card(press, record) for record in press.dossier.everything()}
    data = json.dumps(cards, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Asset(ADDRESS, f"window.dossierPreviews={safe}\n".encode())


def _card(press: Press, record: Identified) -> dict[str, Any]:
    kind = getattr(record, "kind", None)
    label = press.term("kind", kind, record.section) if kind else press.texts("preview.article")
    card: dict[str, Any] = {"n": record.title_text, "k": label, "s": record.summary}
    if isinstance(record, Event | Article) and record.date:
        card["d"] = press.date(record.date)
        if record.date.earliest:
            card["t"] = record.date.earliest.isoformat()
    image = getattr(record, "image", None)
    if image is not None:
        card["p"] = f"{FOLDER}/images/{image.file}"
    if isinstance(record, Actor) and record.offices:
        card["o"] = [
            [office.title, *_bounds(office.date or office.start, office.date or office.end)]
            for office in record.offices
        ]
    return card


def _bounds(start: Any, end: Any) -> tuple[str | None, str | None]:
    first = start.earliest.isoformat() if start and start.earliest else None
    last = end.latest.isoformat() if end and end.latest else None
    return first, last
