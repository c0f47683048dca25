"""All that the chronology shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.chronology import YearOfEntries
from mkdocs_dossier.pages.values.lists import Select
from mkdocs_dossier.pages.values.records import EventLine
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.pages.values.time import TimeBars


@frozen
class UncertainEntry:
    """An entry whose date is not sure, and how it was established."""

    event: EventLine
    kind: str
    basis: str


@frozen
class ChronologyPage:
    """Events and articles by year and month, the newest first, and filters that they allow.

    `years` lead to each year, on whatever page of the chronology it is; `parts` are these pages, if
    there are several, of which this one is the `number`th.
    `earlier` years are folded, `count` is the number of their entries, `tally` the same by origin;
    `uncertain` are the entries whose date is not sure.
    """

    title: str
    about: str
    time_bars: TimeBars | None
    selects: tuple[Select, ...]
    first: int | None
    last: int | None
    recent: tuple[YearOfEntries, ...]
    earlier: tuple[YearOfEntries, ...]
    count: int
    tally: str
    uncertain: tuple[UncertainEntry, ...]
    years: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()
    number: int = 1
