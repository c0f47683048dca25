"""The network of actors as GraphML and as GEXF (1.2), for Gephi, networkx and igraph."""

from collections.abc import Iterator
from functools import lru_cache, partial
from html import escape

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.network import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Attribute,
    Attributes,
    Edge,
    Network,
)
from mkdocs_dossier.exports.pieces import join_parts, split_parts
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.records import Actor, Identified

GRAPHML, GEXF = "network.graphml", "network.gexf"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
_GEXF_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}


def make_graphs(publication: Publication) -> Iterator[File]:
    """The same network twice."""
    network = Network(publication)
    parts: tuple[list[bytes], ...] = ([], [], [], [])
    for record in publication.dossier.everything():
        piece = publication.piece("graph", record.id, partial(_write_record, network, record))
        for lines, found in zip(parts, split_parts(piece), strict=True):
            if found:
                lines.append(found)
    nodes, edges, gexf_nodes, gexf_edges = parts
    rows = len(publication.dossier.actors)
    yield File(GRAPHML, _write_graphml(nodes, edges), rows=rows)
    yield File(GEXF, _write_gexf(publication, gexf_nodes, gexf_edges), main=True, rows=rows)


def _write_record(network: Network, record: Identified) -> bytes:
    """The nodes and edges that a record gives, as GraphML and as GEXF."""
    nodes = [(record, network.node(record))] if isinstance(record, Actor) else []
    edges = list(network.edges(record))
    parts = (
        "".join(f"{_graphml_node(*each)}\n" for each in nodes),
        "".join(f"{_graphml_edge(each)}\n" for each in edges),
        "".join(f"{_gexf_node(*each)}\n" for each in nodes),
        "".join(f"{_gexf_edge(each)}\n" for each in edges),
    )
    return join_parts([part.encode() for part in parts])


def _write_graphml(nodes: list[bytes], edges: list[bytes]) -> list[bytes]:
    lines = [f'{_XML}<graphml xmlns="{_GRAPHML}">']
    for domain, types in (("node", _node_types()), ("edge", EDGE_ATTRIBUTES)):
        for name, kind in {"label": str, **types}.items():
            key = f'id="{domain}-{name}" for="{domain}" attr.name="{name}"'
            lines.append(f'<key {key} attr.type="{_TYPES[kind]}"/>')
    lines.append('<graph id="dossier" edgedefault="directed">\n')
    return ["\n".join(lines).encode(), *nodes, *edges, b"</graph>\n</graphml>\n"]


def _graphml_node(actor: Actor, attributes: Attributes) -> str:
    data = _write_data("node", {"label": actor.name, **attributes})
    return f'<node id="{actor.id}">{data}</node>'


def _graphml_edge(edge: Edge) -> str:
    data = _write_data("edge", {"label": edge.label, **edge.attributes})
    return f"<edge {_ends(edge)}>{data}</edge>"


def _write_data(domain: str, attributes: Attributes) -> str:
    return "".join(
        f'<data key="{domain}-{name}">{_say(value)}</data>' for name, value in attributes.items()
    )


def _write_gexf(publication: Publication, nodes: list[bytes], edges: list[bytes]) -> list[bytes]:
    """An edge whose days are known stands on Gephi's line of time."""
    now = f' lastmodifieddate="{publication.now}"' if publication.now else ""
    title = escape(one_line(publication.dossier.settings.title))
    lines = [
        f'{_XML}<gexf xmlns="{_GEXF}" version="1.2">',
        f"<meta{now}><creator>mkdocs-dossier</creator><description>{title}</description></meta>",
        '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">',
    ]
    for domain, types in (("node", _node_types()), ("edge", EDGE_ATTRIBUTES)):
        lines.append(f'<attributes class="{domain}" mode="static">')
        for name, kind in types.items():
            given = f'id="{domain}-{name}" title="{name}" type="{_GEXF_TYPES[kind]}"'
            lines.append(f"<attribute {given}/>")
        lines.append("</attributes>")
    head = "\n".join([*lines, "<nodes>\n"]).encode()
    between, end = b"</nodes>\n<edges>\n", b"</edges>\n</graph>\n</gexf>\n"
    return [head, *nodes, between, *edges, end]


def _gexf_node(actor: Actor, attributes: Attributes) -> str:
    values = _write_values("node", attributes)
    return f'<node id="{actor.id}" label={_attribute(actor.name)}>{values}</node>'


def _gexf_edge(edge: Edge) -> str:
    given = f'{_ends(edge)} label={_attribute(edge.label)} kind="{edge.attributes["sort"]}"'
    for name, end in (("start", "earliest"), ("end", "latest")):
        day = str(edge.attributes.get(end, ""))
        given += f' {name}="{day}"' if day and not day.startswith(("-", "0000")) else ""
    return f"<edge {given}>{_write_values('edge', edge.attributes)}</edge>"


def _write_values(domain: str, attributes: Attributes) -> str:
    values = (
        f'<attvalue for="{domain}-{name}" value="{_say(value)}"/>'
        for name, value in attributes.items()
    )
    return f"<attvalues>{''.join(values)}</attvalues>"


def _ends(edge: Edge) -> str:
    return f'id={_attribute(edge.id)} source="{edge.source}" target="{edge.target}"'


def _node_types() -> dict[str, type]:
    return dict.fromkeys(NODE_ATTRIBUTES, str)


def _attribute(text: str) -> str:
    return f'"{_write(text)}"'


def _say(value: Attribute) -> str:
    """A value as it may stand in an element or in quotation marks."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _write(str(value))


@lru_cache(2**14)
def _write(text: str) -> str:
    """Names and days stand in many places, each of them twice: in GEXF and in GraphML."""
    return escape(one_line(text))


FORMAT = Format(
    "graph",
    make_graphs,
    'import networkx, urllib.request\ngraph = networkx.read_gexf(urllib.request.urlopen("{file}"))',
    order=60,
)
