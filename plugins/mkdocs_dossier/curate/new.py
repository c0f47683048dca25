"""The file with which a record or an article begins."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.base import keys
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.nearest import simplify
from mkdocs_dossier.model.sections import Section, section_of

ACTOR_SORTS = ("person", "organisation", "state", "media")
SORTS = (*ACTOR_SORTS, "event", "place", "topic", "article")
"""What can be begun: kinds of actor, and one of each other section."""
# Fields to offer, as they would be written; those of a record that are not here come later.
_OFFERED: dict[str, tuple[tuple[str, str], ...]] = {
    "aliases": (("aliases", "[…]"),),
    "country": (("country", "…"),),
    "start": (("start", "1955-10"),),
    "offices": (
        ("offices", ""),
        ("  - title", "…"),
        ("    organisation", "…"),
        ("    start", "2023-03"),
        ("    basis", "…"),
    ),
    "relations": (
        ("relations", ""),
        ("  - type", "member-of"),
        ("    with", "…"),
        ("    basis", "…"),
    ),
    "date_basis": (("date_basis", "…"),),
    "place": (("place", "…"),),
    "participants": (
        ("participants", ""),
        ("  - actor", "…"),
        ("    role", "participant"),
        ("    basis", "…"),
    ),
    "coordinates": (("coordinates", "[39.90, 116.40]"),),
    "government_of": (("government_of", "…"),),
    "about": (("about", "[…]"),),
    "statements": (
        ("statements", ""),
        ("  - id", "…"),
        ("    text", "…"),
        ("    speakers", "[…]"),
        ("    act", "say"),
        ("    sources", ""),
        ("      - article", "…"),
        ("        quote", "…"),
    ),
    "sources": (("sources", ""), ("  - article", "…"), ("    quote", "…")),
    "author": (("author", "…"),),
    "url": (("url", "https://…"),),
    "full_text_sha256": (("full_text_sha256", "…"),),
}


def section_for(sort: str) -> Section:
    """The folder in which a record of this sort lies."""
    return section_of("actor" if sort in ACTOR_SORTS else sort)


def find_namesake(dossier: Dossier, name: str) -> str:
    """The id of the record or article that already goes by this name, or an empty text."""
    wanted = simplify(name)
    for each in dossier.records():
        if wanted in map(simplify, (each.name, *(alias.name for alias in each.aliases))):
            return each.id
    titles = ((simplify(each.title), id) for id, each in dossier.articles.items())
    return next((id for title, id in titles if title == wanted), "")


def write_record(sort: str, values: Mapping[str, Any], say: Texts, modeline: str = "") -> str:
    """The text of the file: `values` written out, what may follow as comments that say what it is.

    None is written `null`. The summary stands in a block, where prose may hold any sign.
    """
    lines = [modeline] if modeline else []
    for field, value in values.items():
        lines += _write_field(field, value)
    lines += ["", f"## {say('new.more')}"]
    model = section_for(sort).model
    for field in (each for each in _OFFERED if each in keys(model) and each not in values):
        if field == "offices" and sort != "person":
            continue
        lines += [f"## {say(f'fields.{field}.text')}", *_comment_out(_OFFERED[field])]
    if sort == "article":
        lines = ["---", *lines, "---", "", say("new.body")]
    return "\n".join(lines) + "\n"


def _write_field(field: str, value: Any) -> list[str]:
    if value is None:
        return [f"{field}: null"]
    if field in ("summary", "date_basis"):
        return [f"{field}: >-", f"  {' '.join(value.split())}"]
    written = yaml.safe_dump({field: value}, allow_unicode=True, width=10_000)
    return written.rstrip("\n").split("\n")


def _comment_out(lines: Iterable[tuple[str, str]]) -> list[str]:
    return [f"# {key}:{' ' if value else ''}{value}" for key, value in lines]
