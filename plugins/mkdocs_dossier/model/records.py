"""The records of a dossier: actors, events, places, topics."""

from collections.abc import Generator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PrivateAttr

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Address, Name, Tag, Text, TextFor, Value
from mkdocs_dossier.model.dates import Date, EndDate
from mkdocs_dossier.model.provenance import (
    Correction,
    Dismissal,
    Dispute,
    Judged,
    Note,
    PartyValue,
    Search,
    Source,
    Sourced,
    Statement,
)
from mkdocs_dossier.model.reads import NotedApart
from mkdocs_dossier.model.references import (
    ActorId,
    ControlId,
    EventId,
    KindId,
    LocationId,
    RecordId,
    RelationTypeId,
    RoleId,
    StateId,
    TopicId,
)


class AliasValue(Value):
    """A full name besides the canonical one; `language` is a BCP 47 tag."""

    name: Name
    language: Tag | None = None


Alias = Annotated[AliasValue, TextFor("name")]
Names = Annotated[list[Name], Field(max_length=limits.ALIASES)]


# No SVG: opened by itself, it can run scripts.
PICTURE_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")


class ImageValue(Value):
    """A picture inside the dossier's folder. A rule demands credit and licence."""

    file: Name
    credit: Text | None = None
    licence: Text | None = None
    alt: Text | None = None


Image = Annotated[ImageValue, TextFor("file")]


class External(Value):
    """The same thing elsewhere."""

    wikidata: Address | None = None
    wikipedia: Address | None = None
    website: Address | None = None


class Identified(Value):
    """What articles and records share."""

    section: ClassVar[str]
    apart: ClassVar[tuple[str, ...]] = ()
    """Fields that are noted by themselves when they are read."""
    _id: str = PrivateAttr("")

    summary: Text
    statements: list[Statement] = []
    disputes: list[Dispute] = []
    dismissals: list[Dismissal] = []
    notes: list[Note] = []
    corrections: list[Correction] = []
    searches: list[Search] = []
    reviewed: Date | None = None
    tags: Annotated[list[Tag], Field(max_length=limits.TAGS)] = []
    former_ids: list[Name] = []

    @property
    def id(self) -> str:
        """The file's name without its ending; set by the loader."""
        # past pydantic's look-up of private fields: it is asked for very often
        id: str = (self.__pydantic_private__ or {}).get("_id", "")
        return id

    @property
    def title_text(self) -> str:
        """What a page calls it."""
        raise NotImplementedError

    def dump_rest(self) -> str:
        """All but the fields apart, as JSON; nothing is noted."""
        return super().model_dump_json(exclude=set(self.apart))

    def read_whole(self) -> None:
        """Note all fields apart: what is done with the whole record passes them by."""
        for name in self.apart:
            getattr(self, name)

    def model_dump(self, **given: Any) -> dict[str, Any]:
        """As of a Value."""
        self.read_whole()
        return super().model_dump(**given)

    def model_dump_json(self, **given: Any) -> str:
        """As of a Value."""
        self.read_whole()
        return super().model_dump_json(**given)

    def __iter__(self) -> Generator[tuple[str, Any], None, None]:
        self.read_whole()
        return super().__iter__()

    def __eq__(self, other: object) -> bool:
        self.read_whole()
        return super().__eq__(other)


def _set_apart(model: type[Identified], *names: str) -> None:
    """Have these fields of a model noted by themselves."""
    model.apart = (*model.apart, *names)
    for name in names:
        setattr(model, name, NotedApart("Dossier.apart", name))


_set_apart(
    Identified,
    *("summary", "statements", "disputes", "dismissals", "notes", "corrections", "searches"),
)


class Record(Identified):
    """What all records share."""

    kind: KindId
    name: Name
    aliases: Annotated[list[Alias], Field(max_length=limits.ALIASES)] = []
    short_names: Names = []
    never_link: Names = []
    description: Text | None = None
    start: Date | None = None
    end: EndDate | None = None
    part_of: RecordId | None = None
    sources: list[Source] = []
    basis: Text | None = None
    external: External | None = None
    image: Image | None = None

    @property
    def title_text(self) -> str:
        """Its canonical name."""
        return self.name


_set_apart(Record, "description")


class Office(Sourced):
    """A post that a person holds. `date` alone: attested on that day; no `end`: end unknown."""

    title: Name
    organisation: ActorId | None = None
    start: Date | None = None
    end: EndDate | None = None
    date: Date | None = None
    date_basis: Text | None = None


class Amount(Value):
    """A sum of money: `{value: 1500000, currency: USD}`, the currency by its code in ISO 4217."""

    value: Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


def _drop_percent(value: object) -> object:
    return value.removesuffix("%").rstrip() if isinstance(value, str) else value


Share = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False), BeforeValidator(_drop_percent)]
"""A part of a whole, in per cent: `51`, `33.3%`."""


class Relation(Judged):
    """A typed tie to another actor, written once, on one end."""

    type: RelationTypeId
    with_: ActorId = Field(alias="with")
    share: Share | None = None
    amount: Amount | None = None
    start: Date | None = None
    end: EndDate | None = None
    date: Date | None = None
    date_basis: Text | None = None


class Actor(Record):
    """A person, an organisation, a state or a media outlet."""

    section: ClassVar[str] = "actor"

    with_article: Text | None = None
    name_order: Literal["family-first", "given-first"] | None = None
    country: StateId | None = None
    offices: list[Office] = []
    relations: list[Relation] = []
    control: ControlId | None = None

    @property
    def is_state_medium(self) -> bool:
        """Whether it is a media outlet under the control of a state."""
        return self.kind == "media" and self.control == "state"


class Participant(PartyValue, Sourced):
    """A party in an event, with what it did there."""

    role: RoleId | None = None


Participants = Annotated[
    list[Annotated[Participant, TextFor("actor")]], Field(max_length=limits.PARTICIPANTS)
]


class Series(Value):
    """The event's place in a numbered series (« quatrième sommet »)."""

    topic: TopicId
    ordinal: Annotated[int, Field(gt=0)] | None = None


class Event(Record):
    """Something that happened, or was said to."""

    section: ClassVar[str] = "event"

    date: Date | None = None
    date_basis: Text | None = None
    place: LocationId | None = None
    part_of: EventId | None = None
    series: Series | None = None
    about: list[RecordId] = []
    participants: Participants = []


Degrees = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Coordinates = Annotated[list[Degrees], Field(min_length=2, max_length=2)]
"""Latitude, then longitude, in degrees."""


class Place(Record):
    """A city, a region, a site. `government_of`: the state for which its name can stand."""

    section: ClassVar[str] = "place"

    country: StateId | None = None
    coordinates: Coordinates | None = None
    government_of: StateId | None = None


class Topic(Record):
    """Anything else worth a page: a treaty, a resolution, a weapon, a programme."""

    section: ClassVar[str] = "topic"

    date: Date | None = None
    date_basis: Text | None = None
    about: list[RecordId] = []
