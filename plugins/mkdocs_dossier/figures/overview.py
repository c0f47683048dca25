"""The overview of all ties: what each fact can be filtered by, and its pairs."""

from collections.abc import Mapping

from mkdocs_dossier.figures.graph import Graph, draw_graph, number_states, order_actors
from mkdocs_dossier.figures.matrix import Matrix, make_matrix
from mkdocs_dossier.index.facts import Fact, Pair, group_by_pair
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.trust.origins import Origins, find_origins, find_record_origins

WIDE, TALL = (1100, 760), (360, 1000)
MOST_ON_PHONES = 80


@frozen
class Row:
    """A fact with what filters ask of it.

    `origins`: 'state' (state media alone), 'other', 'none', and the id of the actor that is its
    only origin. `status` is None for what carries none.
    """

    fact: Fact
    origins: tuple[str, ...]
    status: str | None


@frozen
class Group:
    """The rows of a pair. `kinds` and `states` are those of its two actors."""

    pair: Pair
    rows: tuple[Row, ...]
    kinds: tuple[str, ...]
    states: tuple[str, ...]


@frozen
class Overview:
    """All views of one set of facts."""

    groups: tuple[Group, ...]
    wide: Graph
    tall: Graph
    matrix: Matrix
    order: tuple[str, ...]

    @property
    def rows(self) -> list[Row]:
        """All rows of all groups."""
        return [row for group in self.groups for row in group.rows]

    @property
    def years(self) -> list[int]:
        """Every year that bounds a fact."""
        return sorted({year for row in self.rows for year in row.fact.years if year})


def make_overview(
    indexes: Indexes,
    facts: list[Fact],
    hues: Mapping[str, int] | None = None,
    wide: tuple[int, int] = WIDE,
    *,
    drawn: bool = True,
) -> Overview:
    """The graph on two canvases, the matrix and the table of the facts given.

    `hues`: the colours of states, where they are those of a larger set; None: those of this one.
    `wide`: the size of the wide canvas. Unless they are to be `drawn`, there is the table alone.
    """
    pairs = group_by_pair(facts)
    order = order_actors(indexes.dossier, facts)
    place = {id: index for index, id in enumerate(order)}
    groups = [_make_group(indexes, pair, group) for pair, group in pairs.items()]
    groups.sort(key=lambda group: sorted(place[id] for id in group.pair))
    hues = number_states(indexes.dossier, facts) if hues is None else hues
    drawing = facts if drawn else []
    return Overview(
        tuple(groups),
        draw_graph(indexes.dossier, drawing, wide, hues=hues),
        draw_graph(indexes.dossier, drawing, TALL, MOST_ON_PHONES, hues),
        make_matrix(order if drawn else [], pairs if drawn else {}),
        tuple(order),
    )


def weigh_origins(indexes: Indexes, fact: Fact) -> tuple[str, ...]:
    """Under which origins a filter finds the fact: see Row."""
    value = fact.value
    if isinstance(value, Event):
        found = find_record_origins(value, indexes.dossier)
    elif isinstance(value, Said):
        found = find_origins(value.statement, indexes.dossier)
    elif isinstance(value, Sourced):
        found = find_origins(value, indexes.dossier)
    else:
        found = Origins()
    kind = "none" if not len(found) else "state" if found.state_media_only else "other"
    alone = tuple(found.actors) if len(found) == 1 else ()
    return (kind, *alone)


def _make_group(indexes: Indexes, pair: Pair, facts: list[Fact]) -> Group:
    rows = tuple(Row(fact, weigh_origins(indexes, fact), _status(fact)) for fact in facts)
    actors = indexes.dossier.actors
    states = {state_of(indexes.dossier, id) for id in pair}
    return Group(
        pair,
        rows,
        tuple(sorted({str(actors[id].kind) for id in pair})),
        tuple(sorted(state for state in states if state)),
    )


def _status(fact: Fact) -> str | None:
    value = fact.value.statement if isinstance(fact.value, Said) else fact.value
    if isinstance(value, Event):
        return "disputed" if value.disputes else None
    status = getattr(value, "status", None)
    return str(status) if status else None
