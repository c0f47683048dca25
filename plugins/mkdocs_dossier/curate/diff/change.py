"""One difference between two dossiers, as a value."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

Severity = Literal["breaking", "major", "minor"]
SEVERITIES: tuple[str, ...] = get_args(Severity)
Topic = Literal[
    "address",
    "origin",
    "quote",
    "status",
    "record",
    "statement",
    "relation",
    "office",
    "participant",
    "date",
    "source",
    "field",
    "text",
    "word",
]
TOPICS: tuple[str, ...] = get_args(Topic)
"""What a change is about, in the order of a report: trust first."""


@dataclass(frozen=True)
class Change:
    """One change.

    `record` is the id of the record now (of one that is gone, its last), `name` what it is called,
    `path` its file. `fact` says which fact of it changed, empty for the record itself; `field`
    which field of that, in words. `old` and `new` are the values as a page says them, empty where
    there is none.
    """

    severity: Severity
    topic: Topic
    action: str
    record: str
    name: str
    path: str
    fact: str = ""
    field: str = ""
    old: str = ""
    new: str = ""

    @property
    def rank(self) -> tuple[int, int, str, str, str, str, str, str]:
        """By which a report orders changes: the gravest first."""
        grave = SEVERITIES.index(self.severity), TOPICS.index(self.topic)
        return (*grave, self.action, self.name, self.fact, self.field, self.old, self.new)


@dataclass(frozen=True)
class Differences:
    """All changes, the gravest first; `unread` are files of either side that cannot be compared."""

    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """That of the gravest; None without changes."""
        return self.changes[0].severity if self.changes else None

    @property
    def score(self) -> dict[str, dict[str, int]]:
        """How many changes of each topic and action, in the order of TOPICS."""
        counts = Counter((each.topic, each.action) for each in self.changes)
        found: dict[str, dict[str, int]] = {}
        for topic in TOPICS:
            inside = {action: n for (of, action), n in sorted(counts.items()) if of == topic}
            if inside:
                found[topic] = inside
        return found

    def of(self, topic: str) -> list[Change]:
        """The changes of one topic."""
        return [each for each in self.changes if each.topic == topic]
