"""Everything as JSON: an entry beside each page, the whole in one file, and their JSON Schema."""

import dataclasses
from collections.abc import Iterator
from functools import partial
from typing import Any

import orjson
from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from mkdocs_dossier.exports.entries import Entries
from mkdocs_dossier.exports.entry import VERSION, Entry
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.sections import SECTIONS, section_of

WHOLE, SCHEMA = "dossier.json", "dossier.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_json(publication: Publication) -> Iterator[File]:
    """An entry stands on one line, in `dossier.json` too."""
    held: dict[str, list[bytes]] = {section.folder: [] for section in SECTIONS}
    beside: list[tuple[str, bytes]] = []
    entries = Entries(publication)
    for record in publication.dossier.everything():
        content = publication.piece("json", record.id, partial(_write_entry, entries, record))
        held[section_of(record.section).folder].append(content)
        path = f"{publication.addresses.of(record.id)}index.json"
        beside.append((path, content))
    rows = len(beside)
    yield File(WHOLE, _write_whole(publication, held), main=True, rows=rows)
    yield File(SCHEMA, publication.recall("schema", _write_schema))
    for path, content in beside:
        yield File(path, content + b"\n", beside=True)


def _write_entry(entries: Entries, record: Identified) -> bytes:
    return orjson.dumps(entries.make(record))


def _write_schema() -> bytes:
    return orjson.dumps(make_schema(), option=orjson.OPT_INDENT_2) + b"\n"


def _write_whole(publication: Publication, held: dict[str, list[bytes]]) -> list[bytes]:
    """In parts: an entry is one of them."""
    settings = publication.dossier.settings
    head = {
        "format": VERSION,
        "title": settings.title,
        "language": settings.language,
        "summary": settings.summary,
        "publisher": settings.publisher,
        "licence": settings.licence,
        "date": str(publication.now) if publication.now else None,
        "site": publication.site or None,
        "vocabulary": dataclasses.asdict(publication.dossier.vocabulary),
    }
    lines = (orjson.dumps(key) + b":" + orjson.dumps(value) for key, value in head.items())
    parts = [b"{" + b",\n".join(lines)]
    for folder, entries in held.items():
        parts += [b",\n", orjson.dumps(folder), b":[\n"]
        for number, entry in enumerate(entries):
            parts += [b",\n", entry] if number else [entry]
        parts.append(b"\n]")
    return [*parts, b"}\n"]


def make_schema() -> dict[str, Any]:
    """The schema of an entry; under `$defs`, `Dossier` is that of the whole."""
    schema = TypeAdapter(Entry).json_schema(ref_template="#/$defs/{model}")
    own: dict[str, Any] = schema.pop("$defs")
    entry = schema
    for each in (*own.values(), entry):
        each["additionalProperties"] = False
    models = [(section.model, "validation") for section in SECTIONS]
    keys, records = models_json_schema(models, by_alias=True)  # type: ignore[arg-type]
    entry["properties"]["record"] = {"anyOf": [keys[each] for each in keys]}
    assert own.keys().isdisjoint(records["$defs"]), "two classes of one name"
    whole = {
        "type": "object",
        "properties": {
            "format": {"const": VERSION},
            "title": {"type": "string"},
            "language": {"type": "string"},
            **{
                name: {"type": ["string", "null"]}
                for name in ("summary", "publisher", "licence", "date", "site")
            },
            "vocabulary": {"type": "object"},
            **{
                section.folder: {"type": "array", "items": {"$ref": "#/$defs/Entry"}}
                for section in SECTIONS
            },
        },
        "additionalProperties": False,
    }
    whole["required"] = list(whole["properties"])  # type: ignore[call-overload]
    defs = {"Entry": entry, "Dossier": whole, **own, **records["$defs"]}
    return {
        "$schema": _DIALECT,
        "title": "dossier",
        "anyOf": [{"$ref": "#/$defs/Entry"}, {"$ref": "#/$defs/Dossier"}],
        "$defs": defs,
    }


FORMAT = Format(
    "json",
    make_json,
    'import json, urllib.request\ndossier = json.load(urllib.request.urlopen("{file}"))',
    order=20,
)
