"""A whole dossier: settings, vocabulary, records and articles, and where each value is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Name, Path, Tag, Text, Title, Value
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.reads import Memo, Table, made_once
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Record, Topic
from mkdocs_dossier.model.references import RecordId
from mkdocs_dossier.model.sections import SECTIONS, Section
from mkdocs_dossier.model.verification import Verified
from mkdocs_dossier.model.vocabulary import Vocabulary

SETTINGS_FILE = "dossier.yml"
VOCABULARY_FILE = "vocabulary.yml"
ADDRESSES_FILE = "addresses.txt"


class Settings(Value):
    """`dossier.yml`."""

    title: Title
    language: Tag
    summary: Text | None = None
    introduction: Text | None = None
    inclusion: Text | None = None
    featured: list[RecordId] = []
    publisher: Name | None = None
    licence: Name | None = None
    contact: Name | None = None
    map: Literal["none", "own"] | None = None
    map_credit: Text | None = None


class Outline(NamedTuple):
    """A line of a base map: its points as latitude and longitude; `closed`: it surrounds land."""

    closed: bool
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Origin:
    """Where a file's values are written.

    `positions` and `key_positions` give line and column (from 1, in code points) of the value and
    of the key at each path. `faulty` are the paths that could not be read as what they should be:
    rules say nothing more about them. `text` is the file as read.
    """

    path: str
    text: str = ""
    positions: Mapping[Path, Position] = field(default_factory=dict)
    key_positions: Mapping[Path, Position] = field(default_factory=dict)
    faulty: frozenset[Path] = frozenset()

    def locate(self, path: Path = ()) -> Position:
        """The position of the value at a path, or of the nearest value around it."""
        while path:
            if (position := self.positions.get(path)) is not None:
                return position
            path = path[:-1]
        return self.positions.get((), (1, 1))

    def locate_key(self, path: Path) -> Position:
        """The position of the key at a path, else of its value."""
        return self.key_positions.get(path) or self.locate(path)

    def is_faulty(self, path: Path) -> bool:
        """Whether a problem was already reported at the path or inside it."""
        return any(bad[: len(path)] == path for bad in self.faulty)

    def is_doubtful(self, path: Path) -> bool:
        """Whether a problem was already reported at the path, inside it, or around it."""
        around = {path[:length] for length in range(1, len(path))}
        return self.is_faulty(path) or not around.isdisjoint(self.faulty)


@dataclass(frozen=True)
class Dossier:
    """Everything that was loaded. Mappings are ordered by id.

    `origins` holds an Origin for each id, for `dossier.yml` under the empty id, and for
    `vocabulary.yml` and `addresses.txt` under their names. `unreadable` are the ids of files that
    gave no record, or that several files claim: referring to one of them is no fault. `images` are
    the picture files that exist, `verified` the quotes that were found in full texts,
    `base_map` the outlines of the dossier's own map,
    `citation_style` the text of its own style in CSL.
    """

    settings: Settings
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    actors: dict[str, Actor] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    images: frozenset[str] = frozenset()
    verified: Verified = field(default_factory=Verified)
    base_map: tuple[Outline, ...] = ()
    citation_style: str = ""

    def __post_init__(self) -> None:
        for name in (*(section.folder for section in SECTIONS), "origins"):
            object.__setattr__(self, name, Table(f"Dossier.{name}", getattr(self, name)))

    @property
    def language(self) -> str:
        """The language of the site and of its messages."""
        return self.settings.language

    @made_once
    def actors_by_name(self) -> dict[str, str]:
        """The actors' ids by their names and aliases, in lower case."""
        found: dict[str, str] = {}
        for id, actor in self.actors.items():
            for name in (actor.name, *(alias.name for alias in actor.aliases)):
                found.setdefault(name.casefold(), id)
        return found

    def held_in(self, section: Section) -> Mapping[str, Identified]:
        """What a section holds, by id."""
        held: Mapping[str, Identified] = getattr(self, section.folder)
        return held

    def everything(self) -> Iterator[Identified]:
        """All records, then all articles."""
        for section in SECTIONS:
            yield from self.held_in(section).values()

    def records(self) -> Iterator[Record]:
        """All actors, events, places and topics."""
        return (each for each in self.everything() if isinstance(each, Record))

    @made_once
    def _by_id(self) -> dict[str, Identified]:
        held = [self.held_in(section) for section in reversed(SECTIONS)]
        return {id: each for section in held for id, each in section.items()}

    @made_once
    def _names(self) -> dict[str, str]:
        return {id: each.title_text for id, each in self._by_id.items()}

    @made_once
    def memo(self) -> Memo[Any]:
        """Results that follow from the dossier and are asked for again and again, by what for."""
        return Memo()

    @made_once
    def apart(self) -> dict[tuple[str, str], Any]:
        """The fields that are noted by themselves, by the record's id and their name."""
        return {
            (each.id, name): getattr(each, name)
            for each in self.everything()
            for name in each.apart
        }

    def get(self, id: str) -> Identified | None:
        """The record or article with this id."""
        return self._by_id.get(id)

    def name_of(self, id: str) -> str:
        """What an id is called, `record#statement` by its record; the id itself where unknown."""
        return self._names.get(id.partition("#")[0], id)

    def record(self, id: str) -> Record | None:
        """The record with this id."""
        found = self.get(id)
        return found if isinstance(found, Record) else None

    def statements(self) -> Iterator[tuple[Identified, int, Statement]]:
        """Every statement with the record that holds it and its index there."""
        for holder in self.everything():
            for index, statement in enumerate(holder.statements):
                yield holder, index, statement

    def statement(self, holder: str, id: str) -> Statement | None:
        """The statement `holder#id`."""
        found = self.get(holder)
        if found is None:
            return None
        return next((each for each in found.statements if each.id == id), None)
