"""All that the page of gaps shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.impact import RankLine
from mkdocs_dossier.pages.values.text import Link


@frozen
class GapLine:
    """Something missing: in which record, what it concerns, where that is written, where edited."""

    record: Link
    text: str
    where: Link
    edit: str | None = None


@frozen
class GapGroup:
    """The gaps of one kind: why they matter, what to do, how long one takes and all together."""

    kind: str
    title: str
    why: str
    task: str
    each: str
    total: str
    gaps: tuple[GapLine, ...]


@frozen
class CoveragePage:
    """All gaps by kind, and how long all of them take. `propose`: where an article is proposed."""

    groups: tuple[GapGroup, ...]
    total: str = ""
    propose: str | None = None
    ranking: tuple[RankLine, ...] = ()
    origins: Link | None = None
