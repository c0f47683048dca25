"""Who says a thing, through whom, and where it is written."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_dossier.model.base import Text, TextFor, Value
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.references import (
    ActId,
    ActorId,
    ArticleId,
    RecordId,
    StatementRef,
    StatusId,
)

OUTLET = "outlet"
MAX_QUOTE_WORDS = 25


class PartyValue(Value):
    """An actor, or a name for somebody without a record (« les analystes »).

    A group can say how many they were, whom it includes, for whom it acts and who leads it.
    """

    actor: ActorId | None = None
    name: Text | None = None
    count: Annotated[int, Field(gt=0)] | None = None
    including: list[ActorId] = []
    on_behalf_of: ActorId | None = Field(None, alias="for")
    led_by: ActorId | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _actor_or_name(self) -> Self:
        if (self.actor is None) == (self.name is None):
            raise PydanticCustomError("one_of", "one of", {"keys": "actor, name"})
        return self

    @property
    def is_outlet(self) -> bool:
        """Whether it is the article's own voice."""
        return self.actor == OUTLET


Party = Annotated[PartyValue, TextFor("actor")]


class Document(Value):
    """A document outside the dossier, such as a resolution or an official record."""

    title: Text
    url: Text | None = None
    publisher: Party | None = None
    date: Date | None = None


class Source(Value):
    """Where a fact is written: a passage of an article, a statement, or an outside document."""

    article: ArticleId | None = None
    statement: StatementRef | None = None
    document: Document | None = None
    via: list[Party] = []
    quote: Text | None = None
    supports: list[Text] = []
    note: Text | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(part is not None for part in (self.article, self.statement, self.document)) != 1:
            raise PydanticCustomError("one_of", "one of", {"keys": "article, statement, document"})
        return self


class Sourced(Value):
    """A fact: it has sources, or says in words (`basis`) how it is known."""

    sources: list[Source] = []
    basis: Text | None = None
    note: Text | None = None


class Judged(Sourced):
    """A fact that the curator has weighed."""

    status: StatusId = StatusId("unverified")
    decision: Text | None = None


class Statement(Judged):
    """One sentence that the dossier reports. It lives in the record where it was said."""

    id: Text | None = None
    text: Text
    speakers: list[Party] = []
    jointly: bool = False
    to: list[Party] = []
    about: list[RecordId] = []
    act: ActId | None = None
    form: Literal["direct", "indirect", "narrated"] | None = None
    date: Date | None = None
    date_basis: Text | None = None


class Version(Sourced):
    """One version of a disputed value; `text` is the wording of the source."""

    value: Text | None = None
    text: Text | None = None


class Dispute(Value):
    """Conflicting values of a field, which holds the accepted one; no decision means open."""

    about: Text
    versions: Annotated[list[Version], Field(min_length=1)]
    decision: Text | None = None
    note: Text | None = None


class NoteValue(Sourced):
    """A curator's note."""

    text: Text
    date: Date | None = None


Note = Annotated[NoteValue, TextFor("text")]


class Correction(Value):
    """What was wrong on a published page, and what it is now."""

    date: Date
    was: Text
    now: Text
    about: Text | None = None
