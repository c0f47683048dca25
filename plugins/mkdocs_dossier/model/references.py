"""Ids, and references to them: the type of a value says what it may refer to."""

import re
from functools import lru_cache
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from mkdocs_dossier.model.slug import DEVICES

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
OUTLET = "outlet"
"""What stands for the article's own voice among speakers."""


RESERVED = DEVICES | {"index", OUTLET}
"""What no id may be: an index page, the article's own voice, and what names no file on Windows."""


def is_id(text: str) -> bool:
    """Whether the text has the form of an id (`wang-huning`)."""
    return _ID.fullmatch(text) is not None


class Reference(str):
    """The id of something else. `to` names what: message keys, and the list of what is known."""

    __slots__ = ()
    to: ClassVar[str] = "record"
    pattern: ClassVar[str] = ID_PATTERN

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def read(value: Any) -> "Reference":
            if not isinstance(value, str):
                raise PydanticCustomError("reference_type", "not an id", {"to": cls.to})
            return _make(cls, value.strip())

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{cls.pattern}$", "title": f"id: {cls.to}"}


@lru_cache(2**16)
def _make(kind: type[Reference], id: str) -> Reference:
    """One for all places where the same is written: there are many of each."""
    return kind(id)


class RecordId(Reference):
    """Any actor, event, place or topic."""

    __slots__ = ()


class ActorId(Reference):
    """An actor of any kind."""

    __slots__ = ()
    to = "actor"


class StateId(Reference):
    """An actor of kind `state`."""

    __slots__ = ()
    to = "state"


class MediaId(Reference):
    """An actor of kind `media`."""

    __slots__ = ()
    to = "media"


class EventId(RecordId):
    """An event."""

    __slots__ = ()
    to = "event"


class LocationId(Reference):
    """A place, or a state where no narrower place is known."""

    __slots__ = ()
    to = "location"


class TopicId(Reference):
    """A topic."""

    __slots__ = ()
    to = "topic"


class ArticleId(Reference):
    """An article."""

    __slots__ = ()
    to = "article"


class StatementRef(Reference):
    """A statement by its record and its own id: `coree-du-sud#accusation-armes`."""

    __slots__ = ()
    to = "statement"
    pattern = f"{ID_PATTERN}#{ID_PATTERN}"

    @property
    def record(self) -> str:
        """The id of the record that holds the statement."""
        return self.partition("#")[0]

    @property
    def statement(self) -> str:
        """The statement's id within that record."""
        return self.partition("#")[2]


class Term(Reference):
    """An id of the vocabulary."""

    __slots__ = ()
    to = "term"


class RoleId(Term):
    """What a participant did in an event."""

    __slots__ = ()
    to = "role"


class ActId(Term):
    """What a speaker does with a statement."""

    __slots__ = ()
    to = "act"


class StatusId(Term):
    """How far a content is established."""

    __slots__ = ()
    to = "status"


class ControlId(Term):
    """Who controls a media outlet."""

    __slots__ = ()
    to = "control"


class RelationTypeId(Term):
    """A type of relation."""

    __slots__ = ()
    to = "relation_type"


class KindId(Term):
    """A kind of record; which ones exist depends on the section."""

    __slots__ = ()
    to = "kind"
