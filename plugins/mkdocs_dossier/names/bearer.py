"""Who bears names, and where one is found."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

How = Literal["name", "alias", "short", "metonym", "explicit"]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A record as far as its names go.

    `family_first` says where the family name stands, None where nothing is known.
    `government_of` is the id of the state for which the name of a place can stand.
    """

    record: str
    kind: str
    name: str
    section: str = ""
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    never_link: tuple[str, ...] = ()
    family_first: bool | None = None
    government_of: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether its names follow the rules for persons."""
        return self.kind == "person"

    @property
    def is_place(self) -> bool:
        """Whether it is a piece of land: a place or a state."""
        return self.section == "place" or self.kind == "state"


class Mention(NamedTuple):
    """A record named in a text: code points `start` to `end`, and how it is named there."""

    start: int
    end: int
    record: str
    how: How


class Doubt(NamedTuple):
    """A form that could mean several records, or one of them and somebody unknown: not linked."""

    start: int
    end: int
    records: tuple[str, ...]
