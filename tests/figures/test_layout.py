"""Where the nodes of a graph stand."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.figures.layout import Box, lay_out

SIZE = (1100, 760)


def make_graph(count):
    """A tree with some cross links, and a box for each node."""
    ids = [f"acteur-{number}" for number in range(count)]
    tree = [(ids[number], ids[(number - 1) // 3], 1.0) for number in range(1, count)]
    across = [(ids[number], ids[(number * 7 + 3) % count], 2.0) for number in range(0, count, 5)]
    edges = tree + [edge for edge in across if edge[0] != edge[1]]
    return [Box(id, 45, 12, 30) for id in ids], edges


def overlap(one, other, points):
    (x1, y1), (x2, y2) = points[one.id], points[other.id]
    beside = abs(x1 - x2) >= one.half + other.half - 1
    above = y1 + one.below <= y2 - other.above + 1 or y2 + other.below <= y1 - one.above + 1
    return not (beside or above)


def test_labels_do_not_overlap():
    boxes, edges = make_graph(40)
    points = lay_out(boxes, edges, SIZE)
    pairs = combinations(boxes, 2)
    assert [(one.id, other.id) for one, other in pairs if overlap(one, other, points)] == []


def test_a_new_record_moves_the_others_little():
    boxes, edges = make_graph(40)
    before = lay_out(boxes, edges, SIZE, ("acteur-0", "acteur-1"))
    more = [*boxes, Box("nouveau", 45, 12, 30)]
    after = lay_out(more, [*edges, ("nouveau", "acteur-7", 1.0)], SIZE, ("acteur-0", "acteur-1"))
    moved = sorted(math.dist(before[box.id], after[box.id]) for box in boxes)
    assert moved[len(moved) // 2] < math.hypot(*SIZE) / 20


def test_axis_lies_along_the_longer_side():
    boxes, edges = make_graph(20)
    wide = lay_out(boxes, edges, SIZE, ("acteur-3", "acteur-9"))
    assert wide["acteur-3"][0] < wide["acteur-9"][0]
    tall = lay_out(boxes, edges, (400, 1000), ("acteur-3", "acteur-9"))
    assert tall["acteur-3"][1] < tall["acteur-9"][1]


@given(st.integers(min_value=1, max_value=25))
def test_same_graph_same_places_inside_the_canvas(count):
    boxes, edges = make_graph(count)
    points = lay_out(boxes, edges, SIZE)
    assert points == lay_out(boxes, edges, SIZE)
    for box in boxes:
        x, y = points[box.id]
        assert box.half - 1 <= x <= SIZE[0] - box.half + 1
        assert box.above - 1 <= y <= SIZE[1] - box.below + 1
