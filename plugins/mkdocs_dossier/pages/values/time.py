"""Bars of time, drawn: pixels and links."""

from mkdocs_dossier.model.frozen import frozen


@frozen
class BarPiece:
    """A stretch of a bar, in pixels: sure, unsure, open-start or open-end."""

    x: float
    width: float
    style: str


@frozen
class TimeBar:
    """One bar: where it leads, what it is called, its tone, its lane in pixels."""

    id: str
    address: str
    title: str
    tone: str
    y: int
    pieces: tuple[BarPiece, ...]
    origins: str = ""


@frozen
class TimeTick:
    """The first day of a year; `folded`: the years before it are drawn shorter."""

    x: float
    label: str
    folded: bool


@frozen
class TimeBars:
    """The whole drawing, in pixels."""

    width: int
    height: int
    bars: tuple[TimeBar, ...]
    ticks: tuple[TimeTick, ...]
