"""The whole as linked data: JSON-LD and Turtle, the same triples, in schema.org and PROV."""

import re
from collections.abc import Iterator
from typing import Any

import orjson

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.trust.linked import PROV, Linked, Node

JSON_LD, TURTLE = "dossier.jsonld", "dossier.ttl"
_SCHEMA = "https://schema.org/"
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
    """The nodes of all records and statements, in both forms."""
    nodes = list_nodes(publication)
    lines = b",\n".join(orjson.dumps(node) for node in nodes)
    context = orjson.dumps(CONTEXT)
    content = b'{"@context":' + context + b',\n"@graph":[\n' + lines + b"\n]}\n"
    yield File(JSON_LD, content, rows=len(nodes))
    yield File(TURTLE, write_turtle(nodes).encode(), main=True, rows=len(nodes))


def list_nodes(publication: Publication) -> list[Node]:
    """Each record with its statements behind it."""
    linked = Linked(publication.indexes, publication.addresses, publication.site)
    return [
        node
        for record in publication.dossier.everything()
        for node in (linked.describe(record), *linked.claims(record))
    ]


def write_turtle(nodes: list[Node]) -> str:
    """Nodes of JSON-LD with the context above, as Turtle."""
    head = f"@prefix schema: <{_SCHEMA}> .\n@prefix prov: <{PROV}> .\n"
    parts = [head]
    for node in nodes:
        parts += [f"{_subject(node)} {_write_fields(node)} .\n", *_list_named(node)]
    return "\n".join(dict.fromkeys(parts))


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
