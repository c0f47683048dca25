"""Where the nodes of a graph stand: made once, at build time, the same at every build.

Start positions follow from the ids alone and the search for a balance starts there, so that a new
record moves the others little. Coordinates are whole numbers.
"""

import hashlib
import math
import random
from collections.abc import Sequence

import igraph

from mkdocs_dossier.model.frozen import frozen

Point = tuple[float, float]
ROUNDS = 300
GAP = 7
SHIFT = 0.05
STEPS = 50
LEAST = 0.5
"""Boxes that overlap by no more than this are apart."""


@frozen
class Box:
    """The room that a node and its label take: half its width, and what is above and below."""

    id: str
    half: float
    above: float
    below: float


def lay_out(
    boxes: Sequence[Box],
    edges: Sequence[tuple[str, str, float]],
    size: tuple[int, int],
    axis: tuple[str, str] | None = None,
) -> dict[str, tuple[int, int]]:
    """A point for each box, so that none overlaps another or leaves the canvas.

    `edges` name two boxes and a length: small for what belongs close together. `axis`: two boxes
    that should stand left and right of the middle (above and below on a tall canvas).
    """
    if not boxes:
        return {}
    places = [box.id for box in boxes]
    index = {id: place for place, id in enumerate(places)}
    points = _balance(places, [(index[a], index[b], length) for a, b, length in edges])
    if axis and axis[0] in index and axis[1] in index:
        points = _turn(points, index[axis[0]], index[axis[1]], tall=size[1] > size[0])
    points = _separate(boxes, _fit(points, boxes, size), size)
    return {id: (round(x), round(y)) for id, (x, y) in zip(places, points, strict=True)}


def _balance(ids: list[str], edges: list[tuple[int, int, float]]) -> list[Point]:
    """First the plane that keeps the distances best, which a new node hardly turns; then springs.

    A little of each start position follows from the id, which parts nodes that are tied alike.
    """
    start = [_start(id) for id in ids]
    if len(ids) < 4:
        return start
    igraph.set_random_number_generator(random.Random(42))
    graph = igraph.Graph(n=len(ids), edges=[edge[:2] for edge in edges])
    lengths = [edge[2] for edge in edges] or None
    distances = graph.distances(weights=lengths)
    longest = max(far for row in distances for far in row if far < math.inf)
    distances = [[min(far, longest + 1) for far in row] for row in distances]
    plane = graph.layout_mds(dist=distances, dim=2).coords
    seed = [(x + SHIFT * dx, y + SHIFT * dy) for (x, y), (dx, dy) in zip(plane, start, strict=True)]
    layout = graph.layout_kamada_kawai(seed=seed, weights=lengths, maxiter=STEPS * len(ids))
    return [(x, y) for x, y in layout.coords]


def _start(id: str) -> Point:
    """A point in the unit square that depends on the id alone."""
    digest = hashlib.sha256(id.encode()).digest()
    return (
        int.from_bytes(digest[:4], "big") / 2**32,
        int.from_bytes(digest[4:8], "big") / 2**32,
    )


def _turn(points: list[Point], one: int, other: int, *, tall: bool) -> list[Point]:
    """Rotate so that the two lie along the longer side, the first one at its beginning.

    Then mirror so that most of the rest lies on one side, whichever way the balance fell.
    """
    (x1, y1), (x2, y2) = points[one], points[other]
    angle = math.atan2(y2 - y1, x2 - x1)
    cos, sin = math.cos(-angle), math.sin(-angle)
    turned = [(x * cos - y * sin, x * sin + y * cos) for x, y in points]
    level = turned[one][1]
    if sum(y - level for _, y in turned) < 0:
        turned = [(x, -y) for x, y in turned]
    return [(y, x) for x, y in turned] if tall else turned


def _fit(points: list[Point], boxes: Sequence[Box], size: tuple[int, int]) -> list[Point]:
    """Stretch to the canvas, leaving room for the boxes at its edges.

    Half by distance, half by rank: what lies far off does not press the others together.
    """
    side = max(box.half for box in boxes)
    top, foot = max(box.above for box in boxes), max(box.below for box in boxes)
    xs = _spread([x for x, _ in points], side, size[0] - side)
    ys = _spread([y for _, y in points], top, size[1] - foot)
    return list(zip(xs, ys, strict=True))


def _spread(values: list[float], start: float, end: float) -> list[float]:
    low, high, last = min(values), max(values), max(1, len(values) - 1)
    order = sorted(range(len(values)), key=lambda place: (values[place], place))
    rank = {place: index / last for index, place in enumerate(order)}
    span = (high - low) or 1.0
    return [
        start + (end - start) * ((value - low) / span + rank[place]) / 2
        for place, value in enumerate(values)
    ]


def _separate(boxes: Sequence[Box], points: list[Point], size: tuple[int, int]) -> list[Point]:
    """Push overlapping boxes apart, along the way that is shortest, until none is left."""
    found = list(points)
    widest = 2 * max(box.half for box in boxes) + GAP
    half = [box.half for box in boxes]
    middle = [(box.below - box.above) / 2 for box in boxes]
    tall = [box.above + box.below for box in boxes]
    for _ in range(ROUNDS):
        moved = False
        order = sorted(range(len(boxes)), key=lambda place: (found[place][0], place))
        for position, one in enumerate(order):
            x, y = found[one]
            for other in order[position + 1 :]:
                # most pairs are apart, so that is seen here, before anything is called
                x2, y2 = found[other]
                if x2 - x > widest:
                    break
                if half[one] + half[other] + GAP - abs(x2 - x) <= LEAST:
                    continue
                apart = abs(y2 + middle[other] - (y + middle[one]))
                if (tall[one] + tall[other]) / 2 + GAP - apart <= LEAST:
                    continue
                _push(boxes, found, one, other)
                moved, (x, y) = True, found[one]
        for place, box in enumerate(boxes):
            x = min(max(found[place][0], box.half), size[0] - box.half)
            y = min(max(found[place][1], box.above), size[1] - box.below)
            found[place] = (x, y)
        if not moved:
            break
    return found


def _push(boxes: Sequence[Box], points: list[Point], one: int, other: int) -> None:
    """Move two boxes that overlap apart."""
    (x1, y1), (x2, y2), a, b = points[one], points[other], boxes[one], boxes[other]
    across = a.half + b.half + GAP - abs(x2 - x1)
    middle1, middle2 = y1 + (a.below - a.above) / 2, y2 + (b.below - b.above) / 2
    down = (a.above + a.below + b.above + b.below) / 2 + GAP - abs(middle2 - middle1)
    if across < down:
        step = across / 2 * (1 if x1 <= x2 else -1)
        points[one], points[other] = (x1 - step, y1), (x2 + step, y2)
    else:
        step = down / 2 * (1 if middle1 <= middle2 else -1)
        points[one], points[other] = (x1, y1 - step), (x2, y2 + step)
