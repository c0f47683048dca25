"""What views inside hand-written pages show."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.chronology import YearOfEntries
from mkdocs_dossier.pages.values.graph import GraphDrawing
from mkdocs_dossier.pages.values.maps import MapForm
from mkdocs_dossier.pages.values.ties import TieRow
from mkdocs_dossier.pages.values.time import TimeBars


@frozen
class EmbeddedChronology:
    """Part of the chronology; `prefix` keeps its ids apart, `marked` stand out."""

    time_bars: TimeBars | None
    years: tuple[YearOfEntries, ...]
    prefix: str
    marked: tuple[str, ...]


@frozen
class EmbeddedRelations:
    """Part of the ties, as a graph and as a list."""

    wide: GraphDrawing
    tall: GraphDrawing
    ties: tuple[TieRow, ...]


@frozen
class EmbeddedMap:
    """The places of part of the chronology."""

    maps: tuple[MapForm, ...]


EmbedValue = EmbeddedChronology | EmbeddedRelations | EmbeddedMap
