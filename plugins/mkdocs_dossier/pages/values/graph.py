"""The graph of actors, drawn: pixels, links, words."""

from mkdocs_dossier.model.frozen import frozen


@frozen
class GraphNode:
    """An actor: its point and radius in pixels, its label by lines.

    `hue` numbers its state's colour, 0 is nobody's; `major`: one of the most connected; `quiet`:
    there is no room for its label; `marked`, `centre`: it stands out on this page.
    """

    id: str
    name: str
    address: str
    shape: str
    hue: int
    major: bool
    quiet: bool
    x: int
    y: int
    radius: int
    lines: tuple[str, ...]
    marked: bool = False


@frozen
class GraphEdge:
    """A line between two actors for their ties of one type: SVG paths, colour, what it says.

    `of` names its pair; `head` is empty where it runs both ways; `width` in pixels, empty: plain;
    `tally`: its ties by origin.
    """

    of: str
    type: str
    address: str
    title: str
    tone: str
    dash: int
    doubtful: bool
    path: str
    head: str
    width: str
    tally: str


@frozen
class GraphDrawing:
    """A graph on one canvas. `shapes` are those that it uses, each with what it means."""

    width: int
    height: int
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    shapes: tuple[tuple[str, str], ...]
    left_out: int = 0
