"""What has its place in time and is drawn there as a bar."""

from dataclasses import dataclass

from mkdocs_dossier.model.dates import Date


@dataclass(frozen=True)
class Dated:
    """What a bar stands for: its anchor on the page, its name, its tone (see Vocabulary)."""

    id: str
    label: str
    date: Date
    tone: str
