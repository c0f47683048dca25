"""All that the page of corrections shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.records import CorrectionLine
from mkdocs_dossier.pages.values.text import Link


@frozen
class CorrectionsPage:
    """Every correction with the record that it was made in, and the way to their feed."""

    feed: str | None
    corrections: tuple[tuple[Link, CorrectionLine], ...]
