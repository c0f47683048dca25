"""The network of actors as GraphML and as GEXF (1.2), for Gephi, networkx and igraph."""

from collections.abc import Iterator
from functools import lru_cache
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
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages.one_line import one_line

GRAPHML, GEXF = "network.graphml", "network.gexf"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
_GEXF_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}


def make_graphs(publication: Publication) -> Iterator[File]:
    """The same network twice."""
    network = Network(publication)
    rows = len(publication.dossier.actors)
    yield File(GRAPHML, write_graphml(network), rows=rows)
    yield File(GEXF, write_gexf(network), main=True, rows=rows)


def write_graphml(network: Network) -> bytes:
    """GraphML."""
    lines = [f'{_HEAD}<graphml xmlns="{_GRAPHML}">']
    for domain, types in (("node", _node_types()), ("edge", EDGE_ATTRIBUTES)):
        for name, kind in {"label": str, **types}.items():
            key = f'id="{domain}-{name}" for="{domain}" attr.name="{name}"'
            lines.append(f'<key {key} attr.type="{_TYPES[kind]}"/>')
    lines.append('<graph id="dossier" edgedefault="directed">')
    for id, label, attributes in network.nodes():
        lines.append(
            f'<node id="{id}">{_write_data("node", {"label": label, **attributes})}</node>'
        )
    for edge in network.edges:
        data = _write_data("edge", {"label": edge.label, **edge.attributes})
        lines.append(f"<edge {_ends(edge)}>{data}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""]).encode()


def _write_data(domain: str, attributes: Attributes) -> str:
    return "".join(
        f'<data key="{domain}-{name}">{_say(value)}</data>' for name, value in attributes.items()
    )


def write_gexf(network: Network) -> bytes:
    """GEXF: an edge whose days are known stands on Gephi's line of time."""
    publication = network.publication
    now = f' lastmodifieddate="{publication.now}"' if publication.now else ""
    title = escape(one_line(publication.dossier.settings.title))
    lines = [
        f'{_HEAD}<gexf xmlns="{_GEXF}" version="1.2">',
        f"<meta{now}><creator>mkdocs-dossier</creator><description>{title}</description></meta>",
        '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">',
    ]
    for domain, types in (("node", _node_types()), ("edge", EDGE_ATTRIBUTES)):
        lines.append(f'<attributes class="{domain}" mode="static">')
        for name, kind in types.items():
            given = f'id="{domain}-{name}" title="{name}" type="{_GEXF_TYPES[kind]}"'
            lines.append(f"<attribute {given}/>")
        lines.append("</attributes>")
    lines.append("<nodes>")
    for id, label, attributes in network.nodes():
        values = _write_values("node", attributes)
        lines.append(f'<node id="{id}" label={_attribute(label)}>{values}</node>')
    lines += ["</nodes>", "<edges>"]
    for edge in network.edges:
        given = f'{_ends(edge)} label={_attribute(edge.label)} kind="{edge.attributes["sort"]}"'
        for name, end in (("start", "earliest"), ("end", "latest")):
            day = str(edge.attributes.get(end, ""))
            given += f' {name}="{day}"' if day and not day.startswith(("-", "0000")) else ""
        lines.append(f"<edge {given}>{_write_values('edge', edge.attributes)}</edge>")
    return "\n".join([*lines, "</edges>", "</graph>", "</gexf>", ""]).encode()


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
