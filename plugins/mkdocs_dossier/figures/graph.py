"""The graph of actors: nodes, and one line for each kind of tie between two of them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from mkdocs_dossier.figures.layout import Box, lay_out
from mkdocs_dossier.index.facts import Fact, Pair, pair_of
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.frozen import frozen

LABELLED = 60
LINE = 15
CHARACTER = 6.6
RADII = {"ring": (9, 2.6, 15), "square": (5, 2.3, 12), "circle": (7, 1.4, 7), "diamond": (6, 1, 4)}
"""For each shape: the least radius, how it grows with the number of ties, and by how much."""
OTHER_RADII = (6, 1.4, 6)
HOME, ABROAD, COUNTRY = 1.0, 2.3, 1.5
BEND = 16
HUES = 4
MAJOR = 16


@frozen
class Node:
    """An actor in the graph: its point, its radius, its label by lines.

    `hue` numbers its state's colour, from 1 for the most connected state; 0 is nobody's colour.
    `major`: it is one of the most connected; `quiet`: there is no room for its label among all.
    """

    id: str
    kind: str
    shape: str
    hue: int
    major: bool
    quiet: bool
    x: int
    y: int
    radius: int
    lines: tuple[str, ...]


@frozen
class Edge:
    """A line between two actors for their facts of one type.

    `path` and `head` are SVG paths: the line, and the tip of its arrow. `source` and `target`
    follow the direction of the facts; `both`: they run both ways or have none.
    """

    pair: Pair
    type: str
    sort: str
    source: str
    target: str
    both: bool
    count: int
    doubtful: bool
    path: str
    head: str


@frozen
class Graph:
    """Nodes in reading order, and edges; the canvas in pixels. `left_out`: nodes not drawn."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


def order_actors(dossier: Dossier, facts: Iterable[Fact]) -> list[str]:
    """The actors of the facts by state, the most connected first: itself, bodies, people."""
    weight: Counter[str] = Counter()
    for fact in facts:
        weight.update(fact.pair)
    states = {id: state_of(dossier, id) or "" for id in weight}
    totals: Counter[str] = Counter()
    for id, state in states.items():
        totals[state] += weight[id] if state else 0
    order = dossier.vocabulary.actor_order

    def key(id: str) -> tuple[bool, int, str, int, int, str]:
        state = states[id]
        kind = dossier.actors[id].kind
        place = len(order) if kind == "person" else order.get(kind, len(order))
        return not state, -totals[state], state, place, -weight[id], id

    return sorted(weight, key=key)


def draw_graph(
    dossier: Dossier,
    facts: list[Fact],
    size: tuple[int, int],
    limit: int = 1000,
    hues: Mapping[str, int] | None = None,
) -> Graph:
    """The graph of all facts but statements, on a canvas of this size.

    Beyond `limit` actors, the most connected ones. `hues`: the colours of states by id, where they
    are those of a larger graph; None: those of this one.
    """
    drawn = [fact for fact in facts if fact.sort != "statement"]
    weight = Counter(id for fact in drawn for id in fact.pair)
    kept = sorted(weight, key=lambda id: (-weight[id], id))[:limit]
    ids = [id for id in order_actors(dossier, drawn) if id in set(kept)]
    drawn = [fact for fact in drawn if fact.source in set(ids) and fact.target in set(ids)]
    labelled = set(kept[:LABELLED])
    shapes = {id: _shape(dossier, id, weight[id]) for id in ids}
    boxes = [_box(id, shapes[id][0], shapes[id][1] if id in labelled else ()) for id in ids]
    points = lay_out(boxes, _lengths(dossier, drawn, ids), size, _axis(dossier, weight))
    hues = number_states(dossier, drawn) if hues is None else hues
    major = set(kept[: min(MAJOR, max(3, len(kept) // 2))])
    nodes = tuple(
        Node(
            id,
            dossier.actors[id].kind,
            dossier.vocabulary.actor_kind(dossier.actors[id].kind).shape,
            hues.get(state_of(dossier, id) or "", 0),
            id in major,
            id not in labelled,
            *points[id],
            *shapes[id],
        )
        for id in ids
    )
    edges = _edges(dossier, drawn, {node.id: node for node in nodes})
    return Graph(*size, nodes, edges, len(weight) - len(ids))


def number_states(dossier: Dossier, facts: Iterable[Fact]) -> dict[str, int]:
    """The colour of each state: from 1 for the most connected, up to HUES; the others have none.

    A state without people or bodies among the facts gets none either.
    """
    states = [state_of(dossier, id) for id in order_actors(dossier, facts)]
    sizes = Counter(state for state in states if state)
    clusters = [state for state in dict.fromkeys(states) if state and sizes[state] > 1]
    return {state: number for number, state in enumerate(clusters[:HUES], start=1)}


def _axis(dossier: Dossier, weight: Counter[str]) -> Pair | None:
    """The two states with most ties, in order of id: they keep their sides as records come."""
    states = [id for id in weight if dossier.actors[id].kind == "state"]
    first = sorted(states, key=lambda id: (-weight[id], id))[:2]
    return (min(first), max(first)) if len(first) == 2 else None


def _shape(dossier: Dossier, id: str, weight: int) -> tuple[int, tuple[str, ...]]:
    """Its radius, which grows with the root of its number of ties up to a limit, and its label."""
    actor = dossier.actors[id]
    shape = dossier.vocabulary.actor_kind(actor.kind).shape
    least, growth, most = RADII.get(shape, OTHER_RADII)
    radius = least + round(min(most, growth * math.sqrt(weight)))
    return radius, wrap_label(actor.name)


def wrap_label(name: str, width: int = 17) -> tuple[str, ...]:
    """A name in lines of about `width` characters, three at most."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return (*lines[:2], f"{lines[2]}…") if len(lines) > 3 else tuple(lines)


def _box(id: str, radius: int, lines: tuple[str, ...]) -> Box:
    wide = max([CHARACTER * len(line) / 2 for line in lines], default=0)
    return Box(id, max(radius, wide), radius, radius + LINE * len(lines) + (3 if lines else 0))


def _lengths(dossier: Dossier, facts: list[Fact], ids: list[str]) -> list[tuple[str, str, float]]:
    """How long each line would like to be: short within a state, long between two.

    Each actor is held near its state too, whether or not a fact ties them: a state with its people
    and bodies is seen as one cluster.
    """
    states = {id: state_of(dossier, id) for id in ids}
    found: dict[Pair, float] = {}
    for id, state in states.items():
        if state in states and state != id:
            found[pair_of(id, state)] = COUNTRY
    for fact in facts:
        at_home = states[fact.source] == states[fact.target]
        found[fact.pair] = HOME if at_home else ABROAD
    return [(one, other, length) for (one, other), length in sorted(found.items())]


def _edges(dossier: Dossier, facts: list[Fact], nodes: dict[str, Node]) -> tuple[Edge, ...]:
    groups: dict[Pair, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        groups[fact.pair][fact.type].append(fact)
    edges = []
    for pair, by_type in sorted(groups.items()):
        for place, (type_, group) in enumerate(sorted(by_type.items())):
            ways = {(fact.source, fact.target) for fact in group}
            both = len(ways) > 1 or not group[0].directed
            source, target = min(ways) if len(ways) == 1 else pair
            bend = BEND * (place - (len(by_type) - 1) / 2) * (1 if source < target else -1)
            doubtful = any(_doubtful(dossier, fact) for fact in group)
            path, head = _draw(nodes[source], nodes[target], bend)
            about = (pair, type_, group[0].sort, source, target, both)
            edges.append(Edge(*about, len(group), doubtful, path, head))
    return tuple(edges)


def _doubtful(dossier: Dossier, fact: Fact) -> bool:
    return dossier.vocabulary.is_doubtful(getattr(fact.value, "status", ""))


def _draw(one: Node, other: Node, bend: float) -> tuple[str, str]:
    """From rim to rim, bent sideways by so many pixels so that parallel lines stay apart."""
    dx, dy = other.x - one.x, other.y - one.y
    far = math.hypot(dx, dy) or 1.0
    control = ((one.x + other.x) / 2 - dy / far * bend, (one.y + other.y) / 2 + dx / far * bend)
    start, end = _rim(one, control, 2), _rim(other, control, 3)
    path = f"M{start[0]} {start[1]}Q{round(control[0])} {round(control[1])} {end[0]} {end[1]}"
    angle = math.atan2(end[1] - control[1], end[0] - control[0])
    left, right = (
        (round(end[0] - 8 * math.cos(angle + side)), round(end[1] - 8 * math.sin(angle + side)))
        for side in (0.45, -0.45)
    )
    return path, f"M{left[0]} {left[1]}L{end[0]} {end[1]}L{right[0]} {right[1]}z"


def _rim(node: Node, towards: tuple[float, float], gap: int) -> tuple[int, int]:
    dx, dy = towards[0] - node.x, towards[1] - node.y
    far = math.hypot(dx, dy) or 1.0
    reach = node.radius + gap
    return round(node.x + dx / far * reach), round(node.y + dy / far * reach)
