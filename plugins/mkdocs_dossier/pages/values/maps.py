"""Maps with their places, drawn: pixels, links, words."""

from mkdocs_dossier.model.frozen import frozen


@frozen
class MapMark:
    """A place: its point, the size of its dot, and its label with its place and anchor.

    No `label`: there is no room for it. `empty`: nothing happened there.
    """

    name: str
    address: str
    title: str
    x: float
    y: float
    radius: float
    empty: bool
    label: str
    label_x: float
    label_y: float
    label_side: str
    tally: str = ""


@frozen
class MapLand:
    """A base map close by, as SVG paths: land, and lines such as borders and rivers."""

    land: str
    lines: str = ""


@frozen
class MapDrawing:
    """A part of the world: what it is called, its frame, and how large what can be touched is.

    `land`: its own base map, where it is not that of the whole world.
    """

    label: str
    frame: tuple[float, float, float, float]
    reach: float
    letters: float
    marks: tuple[MapMark, ...]
    land: MapLand | None = None


@frozen
class MapForm:
    """The maps for one form of screen: wide or tall.

    `credit`: of a base map of the dossier's own.
    """

    form: str
    maps: tuple[MapDrawing, ...]
    credit: str = ""
