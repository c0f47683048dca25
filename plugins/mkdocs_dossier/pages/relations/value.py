"""All that the overview of relations shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.graph import GraphDrawing
from mkdocs_dossier.pages.values.lists import Select
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.pages.values.ties import TieRow


@frozen
class TieType:
    """A type of tie in filters and legend, with its line and how many there are, by origin too."""

    type: str
    sort: str
    label: str
    tone: str
    dash: int
    count: int
    tally: str


@frozen
class MatrixCell:
    """A pair's ties counted, all and by origin; `shade` from 1 to 4 grows with their number."""

    of: str
    address: str
    title: str
    count: int
    tally: str
    shade: int


@frozen
class MatrixRow:
    """An actor with its cells, in the order of the actors; None where two have nothing."""

    actor: Link
    cells: tuple[MatrixCell | None, ...]


@frozen
class LedgerRow:
    """A tie with what filters ask of it; years are empty on an open or unknown side."""

    tie: TieRow
    type: str
    first: str
    last: str
    open: bool
    origins: str
    status: str


@frozen
class LedgerGroup:
    """The ties of a pair; `page` leads to the page of the two, where they have one."""

    of: str
    one: Link
    other: Link
    page: str | None
    kinds: str
    states: str
    rows: tuple[LedgerRow, ...]


@frozen
class RelationsPage:
    """Graph, matrix and table. `opening`: how many actors the graph opens on; 0: all.

    `hues` are the colours of states with their names. `parts` are the pages on which the ties
    stand, where these are many; this is that of a `number`, and beyond the first only a table.
    """

    title: str
    about: str
    selects: tuple[Select, ...]
    actors: tuple[tuple[str, str], ...]
    first: int | None
    last: int | None
    types: tuple[TieType, ...]
    wide: GraphDrawing
    tall: GraphDrawing
    hues: tuple[tuple[int, str], ...]
    opening: int
    matrix: tuple[MatrixRow, ...]
    matrix_left_out: int
    groups: tuple[LedgerGroup, ...]
    parts: tuple[Link, ...]
    number: int
