"""The network of actors as GraphML and as GEXF (1.2), for Gephi, networkx and igraph."""

from collections.abc import Iterator

import lxml.etree

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.network import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Attribute,
    Attributes,
    Network,
)
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.views.one_line import one_line

GRAPHML, GEXF = "network.graphml", "network.gexf"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_TYPES = {str: "string", int: "int", bool: "boolean"}
_GEXF_TYPES = {str: "string", int: "integer", bool: "boolean"}


def make_graphs(publication: Publication) -> Iterator[File]:
    """The same network twice."""
    network = Network(publication)
    rows = len(publication.dossier.actors)
    yield File(GRAPHML, write_graphml(network), rows=rows)
    yield File(GEXF, write_gexf(network), main=True, rows=rows)


def write_graphml(network: Network) -> bytes:
    """GraphML."""
    root = lxml.etree.Element("graphml", nsmap={None: _GRAPHML})
    for domain, types in (("node", _node_types()), ("edge", EDGE_ATTRIBUTES)):
        for name, kind in {"label": str, **types}.items():
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name}
            _add(root, "key", None, key | {"attr.type": _TYPES[kind]})
    graph = _add(root, "graph", None, {"id": "dossier", "edgedefault": "directed"})
    for id, label, attributes in network.nodes():
        node = _add(graph, "node", None, {"id": id})
        _add_data(node, "node", {"label": label, **attributes})
    for edge in network.edges():
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        element = _add(graph, "edge", None, ends)
        _add_data(element, "edge", {"label": edge.label, **edge.attributes})
    return _write(root)


def _add_data(element: lxml.etree._Element, domain: str, attributes: Attributes) -> None:
    for name, value in attributes.items():
        _add(element, "data", _say(value), {"key": f"{domain}-{name}"})


def write_gexf(network: Network) -> bytes:
    """GEXF: an edge whose days are known stands on Gephi's line of time."""
    root = lxml.etree.Element("gexf", nsmap={None: _GEXF})
    root.set("version", "1.2")
    publication = network.publication
    now = {"lastmodifieddate": str(publication.now)} if publication.now else {}
    meta = _add(root, "meta", None, now)
    _add(meta, "creator", "mkdocs-dossier")
    _add(meta, "description", one_line(publication.dossier.settings.title))
    times = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed"}
    graph = _add(root, "graph", None, times)
    for domain, types in (("node", _node_types()), ("edge", EDGE_ATTRIBUTES)):
        declared = _add(graph, "attributes", None, {"class": domain, "mode": "static"})
        for name, kind in types.items():
            given = {"id": f"{domain}-{name}", "title": name, "type": _GEXF_TYPES[kind]}
            _add(declared, "attribute", None, given)
    nodes = _add(graph, "nodes")
    for id, label, attributes in network.nodes():
        node = _add(nodes, "node", None, {"id": id, "label": one_line(label)})
        _add_values(node, "node", attributes)
    edges = _add(graph, "edges")
    for edge in network.edges():
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        ends |= {"label": one_line(edge.label), "kind": str(edge.attributes["sort"])}
        for name, end in (("start", "earliest"), ("end", "latest")):
            day = str(edge.attributes.get(end, ""))
            ends |= {name: day} if day and not day.startswith(("-", "0000")) else {}
        element = _add(edges, "edge", None, ends)
        _add_values(element, "edge", edge.attributes)
    return _write(root)


def _add_values(element: lxml.etree._Element, domain: str, attributes: Attributes) -> None:
    values = _add(element, "attvalues")
    for name, value in attributes.items():
        _add(values, "attvalue", None, {"for": f"{domain}-{name}", "value": _say(value)})


def _node_types() -> dict[str, type]:
    return dict.fromkeys(NODE_ATTRIBUTES, str)


def _say(value: Attribute) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return one_line(str(value))


def _add(
    parent: lxml.etree._Element,
    name: str,
    text: str | None = None,
    attributes: dict[str, str] | None = None,
) -> lxml.etree._Element:
    element = lxml.etree.SubElement(parent, name, attributes or {})
    element.text = text
    return element


def _write(root: lxml.etree._Element) -> bytes:
    lxml.etree.indent(root, "")
    return bytes(lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


FORMAT = Format(
    "graph",
    make_graphs,
    'import networkx, urllib.request\ngraph = networkx.read_gexf(urllib.request.urlopen("{file}"))',
    order=60,
)
