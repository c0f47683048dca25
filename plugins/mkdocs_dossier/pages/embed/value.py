"""What views inside hand-written pages show."""

from dataclasses import dataclass

from mkdocs_dossier.pages.values.chronology import YearOfEntries
from mkdocs_dossier.pages.values.graph import GraphDrawing
from mkdocs_dossier.pages.values.maps import MapForm
from mkdocs_dossier.pages.values.ties import TieRow
from mkdocs_dossier.pages.values.time import TimeBars


@dataclass(frozen=True, slots=True)
class EmbeddedChronology:
    """Part of the chronology; `prefix` keeps its ids apart, `marked` stand out."""

    time_bars: TimeBars | None
    years: tuple[YearOfEntries, ...]
    prefix: str
    marked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmbeddedRelations:
    """Part of the ties, as a graph and as a list."""

    wide: GraphDrawing
    tall: GraphDrawing
    ties: tuple[TieRow, ...]


@dataclass(frozen=True, slots=True)
class EmbeddedMap:
    """The places of part of the chronology."""

    maps: tuple[MapForm, ...]


EmbedValue = EmbeddedChronology | EmbeddedRelations | EmbeddedMap
