"""All that the pages of origins show."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.impact import AloneLine
from mkdocs_dossier.pages.values.text import Link


@frozen
class OriginsPage:
    """All origins that alone tell something, each with how many facts, and these by origin."""

    title: str
    about: str
    origins: tuple[tuple[Link, int, str], ...]


@frozen
class OriginPage:
    """What rests on one origin alone. `record`: the origin's own page, if it has one."""

    title: str
    about: str
    record: Link | None
    facts: tuple[AloneLine, ...]
    all_origins: Link
