"""The graph of actors with its links and words."""

from collections.abc import Collection

from mkdocs_dossier.figures.graph import Edge, Graph, Node
from mkdocs_dossier.index.lines import line_of
from mkdocs_dossier.pages.parts.tie_rows import address_of_pair, say_tie_type, tokens_of_tie
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.graph import GraphDrawing, GraphEdge, GraphNode
from mkdocs_dossier.pages.values.tally import write_tally


def gather_drawing(scope: Scope, graph: Graph, marked: Collection[str] = ()) -> GraphDrawing:
    """A graph on one canvas; the nodes of `marked` stand out."""
    return GraphDrawing(
        graph.width,
        graph.height,
        tuple(_gather_node(scope, node, node.id in marked) for node in graph.nodes),
        tuple(_gather_edge(scope, edge) for edge in graph.edges),
        _list_shapes(scope.site, {node.kind for node in graph.nodes}),
        graph.left_out,
    )


def _gather_node(scope: Scope, node: Node, marked: bool) -> GraphNode:
    link = scope.link(node.id)
    return GraphNode(
        node.id,
        link.words,
        link.address or "",
        node.shape,
        node.hue,
        node.major,
        node.quiet,
        node.x,
        node.y,
        node.radius,
        node.lines,
        marked,
    )


def _gather_edge(scope: Scope, edge: Edge) -> GraphEdge:
    site, name_of = scope.site, scope.site.dossier.name_of
    line = line_of(site.dossier.vocabulary, edge.type, edge.sort)
    arrow = "–" if edge.both else "→"
    colon, count = site.texts("grammar.colon") + " ", f" ({edge.count})" if edge.count > 1 else ""
    label = say_tie_type(site, edge.type)
    return GraphEdge(
        "--".join(edge.pair),
        edge.type,
        scope.url(address_of_pair(site, edge.pair)),
        f"{name_of(edge.source)} {arrow} {name_of(edge.target)}{colon}{label}{count}",
        line.tone,
        line.dash,
        edge.doubtful,
        edge.path,
        "" if edge.both else edge.head,
        str(round(min(1.2 + edge.count * 0.3, 4), 1)) if edge.count > 1 else "",
        write_tally(
            tokens_of_tie(site, each)
            for each in site.facts.between[edge.pair]
            if each.type == edge.type
        ),
    )


def _list_shapes(site: Site, kinds: Collection[str]) -> tuple[tuple[str, str], ...]:
    """What the shapes mean: each with the labels of its kinds, in the vocabulary's order."""
    words, found = site.dossier.vocabulary, dict[str, list[str]]()
    for kind in sorted(kinds, key=lambda kind: (words.actor_order.get(kind, 0), kind)):
        label = site.term("kind", kind, "actor")
        found.setdefault(words.actor_kind(kind).shape, []).append(label)
    return tuple((shape, ", ".join(labels)) for shape, labels in found.items())
