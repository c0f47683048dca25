"""All that the page of gaps shows."""

from dataclasses import dataclass

from mkdocs_dossier.pages.values.text import Link


@dataclass(frozen=True, slots=True)
class GapLine:
    """Something missing: in which record, what it concerns, and where that is written."""

    record: Link
    text: str
    where: Link


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The gaps of one kind, and why they matter."""

    kind: str
    title: str
    why: str
    gaps: tuple[GapLine, ...]


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """All gaps by kind."""

    groups: tuple[GapGroup, ...]
