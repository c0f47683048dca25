"""The JSON-LD of a page: its record, and the statements that it holds."""

import zlib

import orjson

from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.trust.linked import PROV, Node

MOST = 2_900
"""Bytes that it adds to a page, compressed, at most; the file of the whole has it all."""


def write_linked(site: Site, record: Identified) -> str:
    """JSON-LD; of very many statements, those that come first."""
    nodes = [site.linked.describe(record), *site.linked.claims(record)]
    text = _write(nodes)
    while _weigh(text) > MOST and len(nodes) > 1:
        nodes = nodes[: max(1, len(nodes) * 3 // 4)]
        text = _write(nodes)
    if _weigh(text) > MOST:  # a record that lists very much itself
        kept = {key: value for key, value in nodes[0].items() if not isinstance(value, list)}
        text = _write([kept])
    return text if _weigh(text) <= MOST else ""


def _write(nodes: list[Node]) -> str:
    context = ["https://schema.org", {"prov": PROV}]
    return orjson.dumps({"@context": context, "@graph": nodes}).decode()


def _weigh(text: str) -> int:
    return len(zlib.compress(text.encode()))
