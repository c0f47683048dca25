"""An event known by articles of before it alone: one of the dates is wrong, or it was to come."""

from collections.abc import Iterator

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "event-after-article"
LEVEL: Level = "warning"
_ASIDE = frozenset({"disputes", "notes"})


def check(context: Context) -> Iterator[Finding]:
    """Each event's date against those of all articles from which it is known.

    An article may announce an event, so one that is known otherwise as well is left in peace.
    """
    for event in context.dossier.events.values():
        first = event.date or event.start
        sources = list(_list_sources(event))
        articles = [context.dossier.articles.get(each.article or "") for _, each in sources]
        if first is None or not articles:
            continue
        dates = [article.date if article else None for article in articles]
        if all(date and date.surely_before(first) for date in dates):
            path, source = sources[0]
            at = (*path, "article")
            values = {"date": str(first), "article": str(source.article), "other": str(dates[0])}
            needs = (at, ("date",), ("start",))
            yield Finding(RULE, event.id, at, values, level=LEVEL, needs=needs)


def _list_sources(event: Event) -> Iterator[tuple[Path, Source]]:
    for path, value in event.find(Source):
        if not value.against and path[0] not in _ASIDE:
            yield path, value
