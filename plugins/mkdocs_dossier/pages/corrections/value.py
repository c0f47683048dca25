"""All that the page of corrections shows."""

from dataclasses import dataclass

from mkdocs_dossier.pages.values.records import CorrectionLine
from mkdocs_dossier.pages.values.text import Link


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Every correction with the record that it was made in, and the way to their feed."""

    feed: str | None
    corrections: tuple[tuple[Link, CorrectionLine], ...]
