"""All that the page of two actors shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import HeldThen
from mkdocs_dossier.pages.values.text import Link, When
from mkdocs_dossier.pages.values.ties import TieRow
from mkdocs_dossier.pages.values.time import TimeBars


@frozen
class Present:
    """Somebody who stands for one of the two in an event, with the role there and the office held
    then.
    """

    who: Link
    role: str
    then: HeldThen | None


@frozen
class Step:
    """A tie or an article that names both, at its place in time; `tone` is its colour.

    `origins` are those of the article; `former`: the anchor that it had when it was counted.
    """

    anchor: str
    tone: str
    when: When
    tie: TieRow | None = None
    article: Link | None = None
    origins: str = ""
    present: tuple[Present, ...] = ()
    former: str = ""


@frozen
class YearOfSteps:
    """The steps of a year, or of no known year."""

    anchor: str
    heading: str
    steps: tuple[Step, ...]


@frozen
class DyadPage:
    """All that lies between two actors; `gathers`: people and bodies count as their states."""

    title: str
    about: str
    one: Link
    other: Link
    graph: Link
    gathers: bool
    time_bars: TimeBars | None
    ties: tuple[Step, ...]
    years: tuple[YearOfSteps, ...]
