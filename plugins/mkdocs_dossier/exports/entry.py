"""A record or article as one piece of data: what its file says, and what follows from all files.

These classes are the format: its JSON Schema is made from them.
"""

from dataclasses import dataclass
from typing import Any, Literal

Version = Literal["1"]
VERSION: Version = "1"
"""Changes when a program that reads the format would have to."""


@dataclass(frozen=True)
class FactOrigin:
    """An independent origin of a fact: an actor, or a name without a record."""

    actor: str | None
    name: str
    state_media: bool


@dataclass(frozen=True)
class Hand:
    """Somebody through whose hands words pass: an actor, or a name without a record."""

    actor: str | None
    name: str


@dataclass(frozen=True)
class ChainStep:
    """One step from the speaker to print; `own_voice`: the article speaks for itself."""

    role: Literal["speaker", "relay", "original", "outlet", "document"]
    hands: list[Hand]
    article: str | None
    document: str | None
    own_voice: bool


@dataclass(frozen=True)
class FactSource:
    """A source with its chain. `passage`: where the quote stands on the site; `verified`: the day
    on which it was found in the full text. Its other fields stand in `record`.
    """

    id: str
    article: str | None
    statement: str | None
    document: str | None
    quote: str | None
    against: bool
    verified: str | None
    passage: str | None
    chain: list[ChainStep]
    remarks: list[Literal["anonymous", "self", "other-side", "unnamed"]]


@dataclass(frozen=True)
class Fact:
    """A fact of the record and what it stands on; `sourced`: by a source, or by words alone
    (`basis_only`); `against`: how many sources contradict it; `said_on`: when a statement was made;
    `address`: where it stands on the site.
    """

    id: str
    kind: Literal["record", "statement", "office", "relation", "participation", "version", "note"]
    address: str
    status: str | None
    said_on: str | None
    sourced: bool
    basis_only: bool
    origins: list[FactOrigin]
    state_media_only: bool
    against: int
    disputed: bool
    sources: list[FactSource]


@dataclass(frozen=True)
class Met:
    """A meeting with another person, and the offices that this one held on that day."""

    person: str
    event: str
    date: str | None
    offices: list[str]
    state_media_only: bool
    origins: list[FactOrigin]


@dataclass(frozen=True)
class NamedIn:
    """An article or record whose text names this one, and how often."""

    holder: str
    count: int


@dataclass(frozen=True)
class Follows:
    """What other files say of the record: ids of facts, statements, events and records."""

    participations: list[str]
    relations: list[str]
    offices: list[str]
    said_by: list[str]
    said_about: list[str]
    events_here: list[str]
    events_about: list[str]
    topics_about: list[str]
    parts: list[str]
    met: list[Met]
    named_in: list[NamedIn]
    resting_facts: list[str]


@dataclass(frozen=True)
class Entry:
    """A record or article; `record` is what its file says, in the file's own words."""

    format: Version
    id: str
    section: Literal["actor", "event", "place", "topic", "article"]
    name: str
    address: str
    file: str
    record: dict[str, Any]
    text: str | None
    facts: list[Fact]
    follows: Follows
