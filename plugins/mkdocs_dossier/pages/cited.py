"""Since when a statement reads as it does: what a reader who cited it earlier is told.

A statement's address may carry a fingerprint of what was read, `#amitie-forte~k3f9`. These files
say which fingerprint it has, which it had, and what has changed.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.dates import parse
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.pages.assets import FOLDER, Asset
from mkdocs_dossier.pages.pieces import cut_into_pieces
from mkdocs_dossier.pages.scope import Site

ADDRESS = f"{FOLDER}/cited"
LENGTH = 4
"""Letters of a fingerprint: told apart are the few versions of one statement."""
Words = dict[str, str]
"""What a statement says, by field."""


@frozen
class Version:
    """What a file's statements said from a day on, by their ids, and why it was changed then."""

    day: str
    why: str
    statements: Mapping[str, Words]


Past = Mapping[str, Sequence[Version]]
"""The versions of files that commits have changed, by path in the dossier, the last one first."""


def read_words(statement: Statement) -> Words:
    """What a reader of a statement reads, in the file's own words."""
    speakers = (party.name or party.actor or "" for party in statement.speakers)
    quotes = (source.quote for source in statement.sources if source.quote)
    found = {
        "text": statement.text,
        "speakers": "; ".join(speakers),
        "status": str(statement.status),
        "decision": statement.decision or "",
        "date": statement.date.text if statement.date else "",
        "quotes": "; ".join(quotes),
    }
    return {field: one_line(text) for field, text in found.items() if text}


def list_words(statements: Iterable[Statement]) -> dict[str, Words]:
    """The words of statements by their ids."""
    return {each.id: read_words(each) for each in statements if each.id}


def fingerprint(words: Words) -> str:
    """A few letters that another text would hardly have."""
    written = json.dumps(words, ensure_ascii=False, sort_keys=True).encode()
    return base64.b32encode(hashlib.sha256(written).digest()).decode().lower()[:LENGTH]


def cited_files(site: Site, past: Past) -> Iterator[Asset]:
    """For each record its statements by id: a list of versions, the last one first.

    Of each, `p` is the fingerprint; where commits tell, `d` the day in words and `w` the subject of
    the commit that made it so, and `c` what is different now: [field, then, now].
    """
    entries = (
        (record.id, dict(_list_statements(site, record, past)))
        for record in site.dossier.everything()
    )
    for name, content in cut_into_pieces((id, found) for id, found in entries if found):
        yield Asset(f"{ADDRESS}/{name}", content)
    text = json.dumps(site.words_for_script("cited"), ensure_ascii=False, sort_keys=True)
    yield Asset(f"{ADDRESS}/words.json", text.encode())


def _list_statements(
    site: Site, record: Identified, past: Past
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    now = list_words(record.statements)
    path = site.dossier.origins[record.id].path
    versions = past.get(path, ())
    gone = {id for version in versions for id in version.statements} - now.keys()
    for id in [*now, *sorted(gone)]:
        earlier = [(each, each.statements.get(id, {})) for each in versions]
        yield id, _tell(site, now.get(id, {}), earlier)


def _tell(
    site: Site, now: Words, versions: Sequence[tuple[Version, Words]]
) -> list[dict[str, Any]]:
    """The versions of one statement; one that is the same as the next is told once."""
    told: list[dict[str, Any]] = [{"p": fingerprint(now) if now else ""}]
    last = now
    for version, then in versions:
        if then != last:
            told.append({"p": fingerprint(then) if then else "", "c": _compare(site, then, now)})
            last = then
        told[-1] |= {"d": _say_day(site, version.day), "w": version.why}
    while len(told) > 1 and not told[-1]["p"]:
        told.pop()  # before it was first written
    return told


def _say_day(site: Site, day: str) -> str:
    return site.say(parse(day)) if day else ""


def _compare(site: Site, then: Words, now: Words) -> list[tuple[str, str, str]]:
    fields = ("text", "speakers", "status", "decision", "date", "quotes")
    return [
        (site.texts(f"cited.fields.{each}"), _show(site, each, then), _show(site, each, now))
        for each in fields
        if then.get(each) != now.get(each)
    ]


def _show(site: Site, field: str, words: Words) -> str:
    text = words.get(field, "")
    if field == "status" and text:
        return site.term("status", text)
    if field == "speakers":
        return "; ".join(site.dossier.name_of(each) for each in text.split("; ") if each)
    return text
