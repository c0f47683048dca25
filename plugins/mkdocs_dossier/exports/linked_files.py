"""The whole as linked data: JSON-LD and Turtle, the same triples, in schema.org and PROV."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import orjson

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.trust.linked import PROV, Linked, Node

JSON_LD, TURTLE = "dossier.jsonld", "dossier.ttl"
_SCHEMA = "https://schema.org/"
_HEAD = f"@prefix schema: <{_SCHEMA}> .\n@prefix prov: <{PROV}> .\n"
LINKS = ("sameAs", "url", "archivedAt")
"""Fields whose texts are addresses of other things."""
CONTEXT = {
    "@vocab": _SCHEMA,
    "prov": PROV,
    **{name: {"@type": "@id"} for name in LINKS},
}
_UNFIT = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


def make_linked(publication: Publication) -> Iterator[File]:
    """The nodes of each record, with its statements behind it, in both forms."""
    linked = Linked(publication.indexes, publication.addresses, publication.site)
    lines: list[str] = []
    parts: list[str] = [_HEAD]
    for record in publication.dossier.everything():
        piece = publication.piece("linked", record.id, partial(_write_record, linked, record))
        nodes, triples = orjson.loads(piece)
        lines += nodes
        parts += triples
    rows, context = len(lines), orjson.dumps(CONTEXT)
    head, end = b'{"@context":' + context + b',\n"@graph":[\n', b"\n]}\n"
    yield File(JSON_LD, [head, *_encode(lines, ",\n"), end], rows=rows)
    del lines
    turtle = dict.fromkeys(parts)  # of what many refer to, its name is told once
    yield File(TURTLE, list(_encode(turtle, "\n")), main=True, rows=rows)


def _encode(lines: Iterable[str], between: str) -> Iterator[bytes]:
    for number, line in enumerate(lines):
        yield (between + line if number else line).encode()


def _write_record(linked: Linked, record: Identified) -> bytes:
    nodes = [linked.describe(record), *linked.claims(record)]
    lines = [orjson.dumps(node).decode() for node in nodes]
    return orjson.dumps((lines, [part for node in nodes for part in _write_turtle(node)]))


def _write_turtle(node: Node) -> Iterator[str]:
    """A node of JSON-LD with the context above, as Turtle."""
    yield f"{_subject(node)} {_write_fields(node)} .\n"
    yield from _list_named(node)


def _subject(node: Node) -> str:
    return _iri(node["@id"]) if "@id" in node else "[]"


def _list_named(node: Node) -> Iterator[str]:
    """What a node says of the things that it refers to: JSON-LD nests that, Turtle does not."""
    for value in node.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                if "@id" in each and len(each) > 1:
                    yield f"{_iri(each['@id'])} {_write_fields(each)} .\n"
                yield from _list_named(each)


def _write_fields(node: Node) -> str:
    fields = []
    for key, value in node.items():
        if key != "@id":
            name = "a" if key == "@type" else key if ":" in key else f"schema:{key}"
            values = value if isinstance(value, list) else [value]
            fields.append(f"{name} {', '.join(_write_value(key, each) for each in values)}")
    return " ;\n    ".join(fields)


def _write_value(key: str, value: Any) -> str:
    if isinstance(value, dict):
        return _iri(value["@id"]) if "@id" in value else f"[ {_write_fields(value)} ]"
    if key == "@type":
        return f"schema:{value}"
    if key in LINKS:
        return _iri(value)
    if isinstance(value, float):
        return f'"{value:E}"^^<http://www.w3.org/2001/XMLSchema#double>'
    return str(value) if isinstance(value, int) else f'"{value.translate(_ESCAPES)}"'


def _iri(text: str) -> str:
    return f"<{_UNFIT.sub(lambda found: f'%{ord(found[0]):02X}', text)}>"


FORMAT = Format(
    "linked",
    make_linked,
    'import rdflib\ngraph = rdflib.Graph().parse("{file}")',
    order=80,
)
