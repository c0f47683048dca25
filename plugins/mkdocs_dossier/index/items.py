"""What indexes list: statements, relations and parts with what they belong to; and their order."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.model.records import Event, Identified, Participant, Relation

_DIGITS = 8


@dataclass(frozen=True)
class Said:
    """A statement with the record that holds it."""

    holder: Identified
    statement: Statement

    @property
    def anchor(self) -> str:
        """Its place on its page: its id. One without an id, which is an error and yet may be seen
        in a preview, gets an anchor from its words: it stays where others come and go.
        """
        statement = self.statement
        if statement.id:
            return str(statement.id)
        others = takewhile(lambda each: each is not statement, self.holder.statements)
        before = [each for each in others if not each.id and each.text == statement.text]
        digest = hashlib.sha256(statement.text.encode()).hexdigest()[:_DIGITS]
        return f"_said-{digest}" + (f"-{len(before) + 1}" if before else "")

    @property
    def reference(self) -> str:
        """`holder#id`, its permanent name."""
        return f"{self.holder.id}#{self.anchor}"


@dataclass(frozen=True)
class Tie:
    """A relation as read from one end: `actor` *label* `other`.

    `forward` tells whether it is written in the actor's own file; `index` is its place there, and
    `key` what it is called among its relations.
    """

    actor: str
    other: str
    label: str
    relation: Relation
    holder: str
    index: int
    key: str
    forward: bool


@dataclass(frozen=True)
class Part:
    """An event with the way in which a record took part in it."""

    event: Event
    participant: Participant | None = None


def date_order(date: Date | None) -> tuple[bool, tuple[Any, ...]]:
    """A sorting key for dates of which some are unknown: these come last."""
    return (date is None, date.sort_key if date else ())


def event_order(event: Event) -> tuple[tuple[bool, tuple[Any, ...]], str]:
    """Events by time, then id."""
    return date_order(event.date), event.id


def actors_of(party: PartyValue) -> Iterable[str]:
    """The actors that a party names: itself, those it includes, who leads it."""
    named = [party.actor] if party.actor and not party.is_outlet else []
    return dict.fromkeys([*named, *party.including, *([party.led_by] if party.led_by else [])])
