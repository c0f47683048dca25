"""The vocabulary: the shipped one, with what a dossier's own `vocabulary.yml` adds or overrides."""

import importlib.resources
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_dossier.languages import VOCABULARY as LABELS
from mkdocs_dossier.languages import languages
from mkdocs_dossier.model.base import Name, Text, Value, keys
from mkdocs_dossier.model.vocabulary import (
    DASHES,
    Act,
    Entry,
    Kind,
    RelationType,
    Role,
    Sentence,
    Shape,
    Status,
    Tone,
    Vocabulary,
)
from mkdocs_dossier.source.tree import read_tree

E = TypeVar("E", bound=Entry)
P = TypeVar("P", bound="PerLanguage")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


class Reading(Value):
    """How a relation reads in one language."""

    forward: Name
    backward: Name | None = None
    noun: Name | None = None
    plural: Name | None = None


class PerLanguage(Value):
    """Labels by language tag, beside the entry's own fields.

    None at all is right where an entry changes a shipped one; a rule demands one of the others.
    """

    model_config = ConfigDict(extra="allow")

    @model_validator(mode="before")
    @classmethod
    def _keys_are_languages(cls, data: Any) -> Any:
        for key in data if isinstance(data, dict) else ():
            if key not in keys(cls) and not _LANGUAGE.fullmatch(key):
                raise PydanticCustomError("unknown_key", "unknown key", {"key": key})
        return data

    @property
    def labels(self) -> dict[str, Any]:
        """The labels by language tag."""
        return self.__pydantic_extra__ or {}

    @property
    def written(self) -> set[str]:
        """The names of its other fields that the file gives."""
        return self.model_fields_set & type(self).model_fields.keys()


class TermEntry(PerLanguage):
    """A side, a kind of control, or any other word that implies nothing."""

    __pydantic_extra__: dict[str, Name]


class KindEntry(TermEntry):
    """A kind of record; `plural` is what several are called, by language."""

    plural: TermEntry | None = None


class ActorKindEntry(KindEntry):
    """A kind of actor."""

    shape: Shape = "hexagon"
    like: Text | None = None


class EventKindEntry(KindEntry):
    """A kind of event."""

    tone: Tone = "event"
    met: bool = False
    present: bool = False
    commemorates: bool = False


class RoleEntry(TermEntry):
    """A role, with the side it takes."""

    side: Text | None = None


class SentenceEntry(Value):
    """How an act is announced in one language."""

    one: Name
    several: Name | None = None
    to: Name | None = None


class SentenceEntries(PerLanguage):
    """The sentences of an act by language."""

    __pydantic_extra__: dict[str, SentenceEntry]


class ActEntry(TermEntry):
    """An act of speech."""

    tone: Tone = "said"
    mutual: bool = False
    sentence: SentenceEntries | None = None


class StatusEntry(TermEntry):
    """A status, with how far it establishes a content."""

    rank: int = 0


class RelationTypeEntry(PerLanguage):
    """A type of relation."""

    __pydantic_extra__: dict[str, Reading]

    from_: list[Text] = Field([], alias="from")
    to: list[Text] = []
    symmetric: bool = False
    mutual: bool = False
    office: bool = False
    tone: Tone = "other"


class KindEntries(Value):
    """Kinds by section."""

    actor: dict[str, ActorKindEntry] = {}
    event: dict[str, EventKindEntry] = {}
    place: dict[str, KindEntry] = {}
    topic: dict[str, KindEntry] = {}


class VocabularyFile(Value):
    """The shape of `vocabulary.yml`; every section may be absent."""

    kinds: KindEntries = KindEntries()
    roles: dict[str, RoleEntry] = {}
    sides: dict[str, TermEntry] = {}
    acts: dict[str, ActEntry] = {}
    statuses: dict[str, StatusEntry] = {}
    controls: dict[str, TermEntry] = {}
    relation_types: dict[str, RelationTypeEntry] = {}


@lru_cache
def labelled() -> tuple[VocabularyFile, ...]:
    """What the folders of languages call the shipped words, in the form of a dossier's own."""
    folder = importlib.resources.files("mkdocs_dossier.languages")
    files = (folder / language / LABELS for language in languages())
    return tuple(
        VocabularyFile.model_validate(read_tree(file.read_text("utf-8")).data)
        for file in files
        if file.is_file()
    )


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
    """The shipped vocabulary with the dossier's own entries.

    An own entry of a known id changes what it names, label by label, and leaves the rest.
    """
    files = [shipped(), *labelled(), *([own] if own else [])]
    kinds = [file.kinds for file in files]
    return Vocabulary(
        kinds={
            section: {
                id: _kind(entry)
                for id, entry in _merge(*(getattr(each, section) for each in kinds)).items()
            }
            for section in KindEntries.model_fields
        },
        roles=_entries(Role, [file.roles for file in files]),
        sides=_entries(Entry, [file.sides for file in files]),
        acts={id: _act(entry) for id, entry in _merge(*(file.acts for file in files)).items()},
        statuses=_entries(Status, [file.statuses for file in files]),
        controls=_entries(Entry, [file.controls for file in files]),
        relation_types=_relation_types(
            _merge(*(file.relation_types for file in files)),
            _merge(*(each.actor for each in kinds)),
        ),
    )


def _kind(entry: KindEntry) -> Kind:
    plural = entry.plural.labels if entry.plural else {}
    return Kind(entry.labels, **{**_fields(entry), "plural": plural})


def _act(entry: ActEntry) -> Act:
    written: dict[str, SentenceEntry] = entry.sentence.labels if entry.sentence else {}
    sentences = {
        language: Sentence(each.one, each.several or each.one, each.to or "")
        for language, each in written.items()
    }
    return Act(entry.labels, tone=entry.tone, sentence=sentences, mutual=entry.mutual)


def _merge(first: dict[str, P], *others: dict[str, P]) -> dict[str, P]:
    found = dict(first)
    for entries in others:
        for id, entry in entries.items():
            known = found.get(id)
            found[id] = _change(known, entry) if known else entry
    return found


def _change(known: P, entry: P) -> P:
    """An entry with what another one says in its place, language by language."""
    written: dict[str, Any] = dict(entry.labels)
    for name in entry.written:
        old, new = getattr(known, name), getattr(entry, name)
        by_language = isinstance(old, PerLanguage) and isinstance(new, PerLanguage)
        written[name] = _change(old, new) if by_language else new
    return known.model_copy(update=written)


def _entries(type_: type[E], files: Sequence[Mapping[str, TermEntry]]) -> dict[str, E]:
    merged = _merge(*(dict(file) for file in files))
    return {id: type_(entry.labels, **_fields(entry)) for id, entry in merged.items()}


def _fields(entry: PerLanguage) -> dict[str, Any]:
    """What an entry says besides its labels."""
    return {name: getattr(entry, name) for name in type(entry).model_fields}


def _relation_types(
    entries: Mapping[str, RelationTypeEntry], kinds: Mapping[str, ActorKindEntry]
) -> dict[str, RelationType]:
    """Those of one tone get one dash after the other; a kind is admitted where one like it is."""
    dashes: Counter[str] = Counter()
    found = {}
    for id, entry in entries.items():
        ends = {"from_": _admit(entry.from_, kinds), "to": _admit(entry.to, kinds)}
        found[id] = _relation_type(entry.model_copy(update=ends), dashes[entry.tone] % DASHES)
        dashes[entry.tone] += 1
    return found


def _admit(named: list[str], kinds: Mapping[str, ActorKindEntry]) -> list[str]:
    return [*named, *(id for id, kind in kinds.items() if kind.like in named and id not in named)]


def _relation_type(entry: RelationTypeEntry, dash: int) -> RelationType:
    readings: dict[str, Reading] = entry.labels
    forward = {language: reading.forward for language, reading in readings.items()}
    backward = {language: each.backward for language, each in readings.items() if each.backward}
    plural = {language: each.plural for language, each in readings.items() if each.plural}
    noun = {language: each.noun for language, each in readings.items() if each.noun}
    return RelationType(
        forward=forward,
        backward=forward if entry.symmetric else backward or forward,
        plural=plural or forward,
        from_kinds=tuple(entry.from_),
        to_kinds=tuple(entry.to),
        symmetric=entry.symmetric,
        mutual=entry.mutual,
        office=entry.office,
        tone=entry.tone,
        dash=dash,
        noun=noun or (plural if entry.symmetric else None) or forward,  # « A → B : possède »
    )
