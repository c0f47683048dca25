"""The vocabulary: the shipped one, with what a dossier's own `vocabulary.yml` adds or overrides."""

import importlib.resources
import re
from functools import lru_cache
from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_dossier.model.base import Text, Value, keys
from mkdocs_dossier.model.vocabulary import RelationType, Role, Vocabulary
from mkdocs_dossier.source.tree import read_tree

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


class Reading(Value):
    """How a relation reads in one language."""

    forward: Text
    backward: Text | None = None
    plural: Text | None = None


class PerLanguage(Value):
    """Labels by language tag, beside the entry's own fields; at least one language."""

    model_config = ConfigDict(extra="allow")

    @model_validator(mode="before")
    @classmethod
    def _keys_are_languages(cls, data: Any) -> Any:
        for key in data if isinstance(data, dict) else ():
            if key not in keys(cls) and not _LANGUAGE.fullmatch(key):
                raise PydanticCustomError("unknown_key", "unknown key", {"key": key})
        return data

    @model_validator(mode="after")
    def _some_label(self) -> Self:
        if not self.labels:
            raise PydanticCustomError("no_label", "no label", {"keys": "fr, en"})
        return self

    @property
    def labels(self) -> dict[str, Any]:
        """The labels by language tag."""
        return self.__pydantic_extra__ or {}


class TermEntry(PerLanguage):
    """A kind, an act, a status or a kind of control."""

    __pydantic_extra__: dict[str, Text]


class RoleEntry(TermEntry):
    """A role, with the side it takes."""

    side: Text | None = None


class RelationTypeEntry(PerLanguage):
    """A type of relation."""

    __pydantic_extra__: dict[str, Reading]

    from_: list[Text] = Field([], alias="from")
    to: list[Text] = []
    symmetric: bool = False
    mutual: bool = False
    office: bool = False


class KindEntries(Value):
    """Kinds by section."""

    actor: dict[str, TermEntry] = {}
    event: dict[str, TermEntry] = {}
    place: dict[str, TermEntry] = {}
    topic: dict[str, TermEntry] = {}


class VocabularyFile(Value):
    """The shape of `vocabulary.yml`; every section may be absent."""

    kinds: KindEntries = KindEntries()
    roles: dict[str, RoleEntry] = {}
    acts: dict[str, TermEntry] = {}
    statuses: dict[str, TermEntry] = {}
    controls: dict[str, TermEntry] = {}
    relation_types: dict[str, RelationTypeEntry] = {}


@lru_cache
def shipped() -> VocabularyFile:
    """The vocabulary that comes with the program."""
    text = (
        importlib.resources.files("mkdocs_dossier.source")
        .joinpath("vocabulary.yml")
        .read_text("utf-8")
    )
    return VocabularyFile.model_validate(read_tree(text).data)


def build(own: VocabularyFile | None = None) -> Vocabulary:
    """The shipped vocabulary with the dossier's own entries, which win one by one."""
    files = [shipped(), own] if own else [shipped()]
    return Vocabulary(
        kinds={
            section: {
                id: entry.labels
                for file in files
                for id, entry in getattr(file.kinds, section).items()
            }
            for section in KindEntries.model_fields
        },
        roles={
            id: Role(entry.labels, entry.side) for file in files for id, entry in file.roles.items()
        },
        acts={id: entry.labels for file in files for id, entry in file.acts.items()},
        statuses={id: entry.labels for file in files for id, entry in file.statuses.items()},
        controls={id: entry.labels for file in files for id, entry in file.controls.items()},
        relation_types={
            id: _relation_type(entry) for file in files for id, entry in file.relation_types.items()
        },
    )


def _relation_type(entry: RelationTypeEntry) -> RelationType:
    readings: dict[str, Reading] = entry.labels
    forward = {language: reading.forward for language, reading in readings.items()}
    backward = {language: each.backward for language, each in readings.items() if each.backward}
    plural = {language: each.plural for language, each in readings.items() if each.plural}
    return RelationType(
        forward=forward,
        backward=forward if entry.symmetric else backward or forward,
        plural=plural or forward,
        from_kinds=tuple(entry.from_),
        to_kinds=tuple(entry.to),
        symmetric=entry.symmetric,
        mutual=entry.mutual,
        office=entry.office,
    )
