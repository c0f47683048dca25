"""From the indexes to the value of a topic's page."""

from mkdocs_dossier.model.records import Topic
from mkdocs_dossier.pages.parts.closing import gather_closing
from mkdocs_dossier.pages.parts.disputes import gather_disputes
from mkdocs_dossier.pages.parts.events import gather_event_lines
from mkdocs_dossier.pages.parts.head import (
    gather_date,
    gather_elsewhere,
    gather_existence,
    gather_head,
    gather_tags,
)
from mkdocs_dossier.pages.parts.mentions import gather_mentions
from mkdocs_dossier.pages.parts.statements import gather_statements
from mkdocs_dossier.pages.parts.time import gather_time_bars
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.topic.value import TopicPage


def gather_topic(scope: Scope, topic: Topic) -> TopicPage:
    """The events about it, the series that it names, and what is said of it."""
    site, indexes = scope.site, scope.site.indexes
    concerning = indexes.events_about.get(topic.id, [])
    about = indexes.said_about.get(topic.id, [])
    held = [said for said in indexes.said_at.get(topic.id, []) if said not in about]
    series = [each for each in concerning if each.series and each.series.topic == topic.id]
    series.sort(key=lambda each: (each.series and each.series.ordinal) or 0)
    events = [each for each in concerning if each not in series]
    return TopicPage(
        head=gather_head(scope, topic, site.term("kind", topic.kind, "topic").capitalize()),
        date=gather_date(site, topic) if topic.date else None,
        existence=gather_existence(scope, topic),
        parts=scope.links(record.id for record in indexes.parts_of.get(topic.id, [])),
        about=scope.links(topic.about),
        related=scope.links(each.id for each in indexes.topics_about.get(topic.id, [])),
        tags=gather_tags(scope, topic),
        elsewhere=gather_elsewhere(topic),
        description=scope.prose(topic.description, "_description-", 3),
        series=gather_event_lines(scope, series, numbers=True),
        time_bars=gather_time_bars(scope, events),
        events=gather_event_lines(scope, events),
        disputes=gather_disputes(scope, topic),
        said_about=gather_statements(scope, [*about, *held]),
        mentions=gather_mentions(scope, topic.id),
        closing=gather_closing(scope, topic),
    )
