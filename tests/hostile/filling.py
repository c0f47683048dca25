"""A record with every field filled, as the models' schemas name them, and where its texts stand."""

import copy
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.model.base import Path, Value

_IDS = {
    "actor": "ministere",
    "state": "pays",
    "media": "agence",
    "event": "rencontre",
    "location": "villeneuve",
    "topic": "accord",
    "article": "depeche",
    "record": "accord",
    "statement": "rencontre#promesse",
    "role": "host",
    "act": "promise",
    "status": "disputed",
    "control": "state",
    "relation_type": "supports",
}
_TEXTS = {
    "wikidata": "Q42",
    "wikipedia": "https://fr.wikipedia.org/wiki/Essai",
    "website": "https://example.org/",
    "url": "https://example.org/a",
    "archive_url": "https://example.org/b",
    "language": "fr",
    "id": "phrase",
    "about": "summary",
    "supports": "summary",
    "former_ids": "ancien-{section}",
}
_PATTERNS = {"^[0-9a-f]{64}$": "a" * 64, "^[A-Z]{3}$": "EUR"}
_KINDS = {"actor": "person", "event": "meeting", "place": "city", "topic": "treaty"}
_ONE_OF = (("name", "actor"), ("document", "article"), ("document", "statement"))
_LEFT_OUT = ("image", "end", "part_of", "control")  # which go with a file, with no date or kind


def fill_record(model: type[Value], section: str, number: str) -> dict[str, Any]:
    """Every field of a model with a value that fits the base dossier."""
    schema = model.model_json_schema(by_alias=True)
    filled = _fill(schema, schema.get("$defs", {}), section)
    assert isinstance(filled, dict)
    name = "title" if "title" in filled else "name"
    return {**filled, name: f"Nom {section} {number}"}


def text_paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where the texts of a filled record stand."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from text_paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from text_paths(item, (*path, index))


def put(value: dict[str, Any], path: Path, text: str) -> dict[str, Any]:
    """A copy with another text at a path."""
    changed: Any = copy.deepcopy(value)
    inner = changed
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = text
    assert isinstance(changed, dict)
    return changed


def _fill(schema: dict[str, Any], known: dict[str, Any], section: str, name: str = "") -> Any:
    if "$ref" in schema:
        return _fill(known[schema["$ref"].rpartition("/")[2]], known, section, name)
    if "anyOf" in schema:
        wanted = [each for each in schema["anyOf"] if each.get("type") != "null"]
        return _fill(wanted[-1], known, section, name)  # a mapping before a text that stands for it
    if "enum" in schema or "const" in schema:
        return schema.get("const") or schema["enum"][0]
    title = schema.get("title", "")
    if title.startswith("id: "):
        return _KINDS.get(section, "") if title == "id: kind" else _IDS[title[4:]]
    if schema.get("pattern", "").startswith("^[a-z0-9]+("):
        return _IDS["record"]  # in a mapping of words, an id has no title
    if title == "EDTF date":
        return "2024-03-21"
    match schema.get("type"):
        case "object":
            return _fill_mapping(schema, known, section)
        case "array":
            count = schema.get("minItems", 1)
            return [_fill(schema["items"], known, section, name) for _ in range(count)]
        case "string":
            text = _TEXTS.get(name, "mot {section}").format(section=section)
            return _PATTERNS.get(schema.get("pattern", ""), text)
        case "boolean":
            return False
    return 1


def _fill_mapping(schema: dict[str, Any], known: dict[str, Any], section: str) -> dict[str, Any]:
    properties = schema.get("properties", {})
    if not properties:
        return {"mot": _fill(schema["additionalProperties"], known, section)}
    dropped = {rest for first, rest in _ONE_OF if first in properties and rest in properties}
    return {
        name: _fill(each, known, section, name)
        for name, each in properties.items()
        if name not in dropped and name not in _LEFT_OUT
    }
