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
    known = {id(said) for said in about}
    held = [said for said in book.said_at.get(topic.id, []) if id(said) not in known]
    return {
        "parts": [record.id for record in book.parts_of.get(topic.id, [])],
        "series": sorted(series, key=lambda each: (each.series and each.series.ordinal) or 0),
        "events": [each for each in events if each not in series],
        "related": [each.id for each in book.topics_about.get(topic.id, [])],
        "said_about": [*about, *held],
    }
