"""All that the index of a section shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.lists import RowGroup, Select
from mkdocs_dossier.pages.values.maps import MapForm
from mkdocs_dossier.pages.values.text import Link


@frozen
class SectionPage:
    """All records of a section, grouped, with filters; places with their maps."""

    folder: str
    title: str
    about: str
    maps: tuple[MapForm, ...]
    selects: tuple[Select, ...]
    groups: tuple[RowGroup, ...]
    tags: Link | None
