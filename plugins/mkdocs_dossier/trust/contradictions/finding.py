"""What a contradiction is: two facts, and how to write both down side by side."""

from dataclasses import dataclass
from typing import Any

import yaml

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.provenance import Document, PartyValue, Source

_MOST = 3
_NO_END = 2**31 - 1


@dataclass(frozen=True)
class Side:
    """One of the two facts: where it stands (`record#statement`, else a record), what it says.

    `value` is what the field would hold, `text` the words of a source; `basis` stands in where no
    source is given.
    """

    reference: str
    value: str = ""
    text: str = ""
    sources: tuple[Source, ...] = ()
    basis: str = ""

    @property
    def record(self) -> str:
        """The id of the record that holds it."""
        return self.reference.partition("#")[0]


@dataclass(frozen=True)
class Contradiction:
    """Two facts that cannot both be so: of which kind, at which value of which record.

    `about` is the field of that record on which they differ.
    """

    kind: str
    id: str
    path: Path
    about: str
    here: Side
    other: Side

    @property
    def stanza(self) -> str:
        """A dispute with both versions and their sources, as one line of YAML."""
        versions = [_version(each) for each in (self.here, self.other)]
        made = {"disputes": [{"about": self.about, "versions": versions}]}
        text = _dump(made, yaml.CSafeDumper)  # a dossier may hold ten thousand of them
        if "\\U" in text:  # rare Chinese characters, which libyaml writes as numbers
            text = _dump(made, yaml.SafeDumper)
        return " ".join(text.split())[1:-1]


def _dump(made: Any, dumper: Any) -> str:
    text: str = yaml.dump(
        made,
        Dumper=dumper,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=_NO_END,
    )
    return text


def _version(side: Side) -> dict[str, Any]:
    version: dict[str, Any] = {}
    if side.value:
        version["value"] = side.value
    if side.text or not side.value:
        version["text"] = side.text or side.reference
    sources = [_source(each) for each in side.sources[:_MOST]]
    if sources:
        version["sources"] = sources
    else:
        version["basis"] = side.basis or side.reference
    return version


def _source(source: Source) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if source.article:
        made["article"] = str(source.article)
    elif source.statement:
        made["statement"] = str(source.statement)
    elif source.document:
        made["document"] = _document(source.document)
    if source.via:
        made["via"] = [_party(each) for each in source.via]
    if source.quote:
        made["quote"] = source.quote
    return made


def _document(document: Document) -> dict[str, Any]:
    made: dict[str, Any] = {"title": document.title}
    if document.url:
        made["url"] = document.url
    if document.publisher:
        made["publisher"] = _party(document.publisher)
    if document.date:
        made["date"] = str(document.date)
    return made


def _party(party: PartyValue) -> Any:
    return str(party.actor) if party.actor else {"name": party.name}
