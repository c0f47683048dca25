"""Who says a thing, through whom, and where it is written."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Address, Name, Quote, Text, TextFor, Title, Value, bracket
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.references import (
    OUTLET,
    ActId,
    ActorId,
    ArticleId,
    RecordId,
    StatementRef,
    StatusId,
)

MAX_QUOTE_WORDS = 25


class PartyValue(Value):
    """An actor, or a name for somebody without a record (« les analystes »).

    A group can say how many they were, whom it includes, for whom it acts and who leads it.
    """

    actor: ActorId | None = None
    name: Name | None = None
    count: Annotated[int, Field(gt=0)] | None = None
    including: Annotated[list[ActorId], Field(max_length=limits.PARTIES)] = []
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
Parties = Annotated[list[Party], Field(max_length=limits.PARTIES)]


class Document(Value):
    """A document outside the dossier, such as a resolution or an official record.

    `publisher` is whose text it is, `via` whom it had its words from, `republisher` the site on
    which it was read, when that is another one. `untitled`: the title is the dossier's own.
    `retrieved`: when it was read at `url`; `archive_url`: where a copy is kept.
    """

    title: Title
    untitled: bool = False
    url: Address | None = None
    retrieved: Date | None = None
    archive_url: Address | None = None
    publisher: Party | None = None
    via: Parties = []
    republisher: Party | None = None
    date: Date | None = None

    @property
    def title_text(self) -> str:
        """Its title, in brackets where it is the dossier's own."""
        return bracket(self.title, self.untitled)


class Source(Value):
    """Where a fact is written: a passage of an article, a statement, or an outside document.

    `against`: it speaks against the fact, and stands beside what supports it. `fit`: why the quote
    carries the statement although a rule doubts it. `confirmed`: when somebody found that the fact
    stands although the article was retracted.
    """

    article: ArticleId | None = None
    statement: StatementRef | None = None
    document: Document | None = None
    via: Parties = []
    quote: Quote | None = None
    fit: Text | None = None
    against: bool = False
    supports: list[Text] = []
    confirmed: Date | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if (self.article, self.statement, self.document).count(None) != 2:
            raise PydanticCustomError("one_of", "one of", {"keys": "article, statement, document"})
        return self

    @property
    def relays(self) -> list[PartyValue]:
        """Through whom the words came, in order, from the speaker to the outlet or publisher."""
        return [*self.via, *(self.document.via if self.document else [])]


class Sourced(Value):
    """A fact: it has sources, or says in words (`basis`) how it is known."""

    sources: list[Source] = []
    basis: Text | None = None
    note: Text | None = None

    @property
    def supporting(self) -> list[Source]:
        """The sources that do not speak against it."""
        return [source for source in self.sources if not source.against]


class Judged(Sourced):
    """A fact that the curator has weighed."""

    status: StatusId = StatusId("unverified")
    decision: Text | None = None


class Statement(Judged):
    """One sentence that the dossier reports. It lives in the record where it was said."""

    id: Name | None = None
    text: Text
    speakers: Parties = []
    jointly: bool = False
    to: Parties = []
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

    about: Name
    versions: Annotated[list[Version], Field(min_length=1)]
    decision: Text | None = None
    note: Text | None = None


class NoteValue(Sourced):
    """A curator's note."""

    text: Text
    date: Date | None = None


Note = Annotated[NoteValue, TextFor("text")]


class Search(Value):
    """What was looked for and not found: a field (`outlet`) or words, where, and when."""

    for_: Text = Field(alias="for")
    where: Text
    date: Date


class Dismissal(Value):
    """A contradiction that is none: `with` which record, and why. `about`: one field alone."""

    with_: RecordId = Field(alias="with")
    about: Name | None = None
    reason: Text


class Correction(Value):
    """What was wrong on a published page, and what it is now."""

    date: Date
    was: Text
    now: Text
    about: Text | None = None
