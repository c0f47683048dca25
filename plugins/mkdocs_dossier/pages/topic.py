"""The page of a topic: a treaty, a resolution, a weapon, a programme, a series."""

from typing import Any

from mkdocs_dossier.model.records import Topic
from mkdocs_dossier.pages.templating import Press


def describe_topic(press: Press, topic: Topic) -> dict[str, Any]:
    """The events about it, the series that it names, and what is said of it."""
    book = press.book
    events = book.events_about.get(topic.id, [])
    series = [each for each in events if each.series and each.series.topic == topic.id]
    about = book.said_about.get(topic.id, [])
    held = [said for said in book.said if said.holder is topic and said not in about]
    return {
        "parts": [record.id for record in book.parts_of.get(topic.id, [])],
        "series": sorted(series, key=lambda each: (each.series and each.series.ordinal) or 0),
        "events": [each for each in events if each not in series],
        "related": [each.id for each in book.dossier.topics.values() if topic.id in each.about],
        "said_about": [*about, *held],
    }
