"""The matrix of actors: who has how many facts with whom, of which sorts."""

from collections import Counter
from collections.abc import Mapping

from mkdocs_dossier.index.facts import Fact, Pair, pair_of
from mkdocs_dossier.model.frozen import frozen

SIZE = 40


@frozen
class Cell:
    """A pair's facts counted by sort; `shade` from 1 to 4 grows with their number."""

    pair: Pair
    count: int
    sorts: tuple[tuple[str, int], ...]
    shade: int


@frozen
class Matrix:
    """Actors in order, and rows of cells in the same order; None where two have nothing."""

    actors: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    left_out: int


def make_matrix(order: list[str], pairs: Mapping[Pair, list[Fact]], size: int = SIZE) -> Matrix:
    """The matrix of the `size` actors with most facts, in the order given."""
    weight: Counter[str] = Counter()
    for pair, facts in pairs.items():
        for id in pair:
            weight[id] += len(facts)
    kept = set(sorted(weight, key=lambda id: (-weight[id], id))[:size])
    actors = tuple(id for id in order if id in kept)
    rows = tuple(
        tuple(
            _cell(pair_of(one, other), pairs.get(pair_of(one, other), [])) if one != other else None
            for other in actors
        )
        for one in actors
    )
    return Matrix(actors, rows, len(weight) - len(actors))


def _cell(pair: Pair, facts: list[Fact]) -> Cell | None:
    if not facts:
        return None
    sorts = Counter(fact.sort for fact in facts)
    shade = 1 + sum(len(facts) >= bound for bound in (3, 6, 10))
    return Cell(pair, len(facts), tuple(sorted(sorts.items())), shade)
