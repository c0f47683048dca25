"""What every format is made from: the dossier, its indexes, and where its pages stand."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from mkdocs_dossier.exports.pieces import Pieces
from mkdocs_dossier.index.addresses import Addresses
from mkdocs_dossier.index.facts import Facts
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.mentions import Mentions, Named
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.model.records import Actor, Event, Identified, Record
from mkdocs_dossier.source.history import History
from mkdocs_dossier.trust.origins import find_record_origins
from mkdocs_dossier.trust.support import Trust, weigh

WriteProse = Callable[[str, Callable[[str], tuple[str, str] | None]], str]
"""Markdown as safe HTML; the second finds the address and the name of a `[[target]]`."""
DATA = "data"
"""The view under whose address the files of all formats stand."""


@dataclass(frozen=True)
class Stated:
    """A fact with the id that all formats know it by, and the record that holds it.

    `kind`: 'record', 'statement', 'office', 'relation', 'participation', 'version' or 'note'.
    The id is that of the record, `record#statement`, or the path in its file, counted from 1:
    `wang-huning/offices/1`.
    """

    id: str
    kind: str
    holder: Identified
    value: Record | Sourced


def _write_plain(markdown: str, _: Callable[[str], tuple[str, str] | None]) -> str:
    """The words alone, a paragraph each."""
    paragraphs = (one_line(read_plain(each)) for each in markdown.split("\n\n"))
    return "".join(f"<p>{escape(each)}</p>" for each in paragraphs if each)


@dataclass(frozen=True)
class Publication:
    """The dossier as it is given away.

    `site` is the site's own address with a final slash, or empty; `now` the day that the files may
    speak of, never the clock's; `history` knows when each file changed, by its path through the
    dossier's `folder`. `write_prose` makes HTML of longer texts: what renders pages does not lie
    below this. `pieces` are those of earlier builds, if any are kept.
    """

    indexes: Indexes
    mentions: Mentions
    site: str = ""
    now: Day | None = None
    history: History = field(default_factory=History)
    folder: str = "dossier"
    write_prose: WriteProse = _write_plain
    pieces: Pieces | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.indexes.dossier

    @cached_property
    def texts(self) -> Texts:
        """The words of its language."""
        return texts(self.dossier.language)

    @cached_property
    def addresses(self) -> Addresses:
        """Where each thing stands on the site."""
        return Addresses(self.dossier, self.texts)

    @cached_property
    def ties(self) -> Facts:
        """What ties two actors."""
        return Facts(self.indexes)

    @cached_property
    def named_by(self) -> dict[str, list[Named]]:
        """For each record and article, where it names others."""
        found: dict[str, list[Named]] = defaultdict(list)
        for named in (*self.mentions.paragraphs, *self.mentions.fields):
            found[named.holder.id].append(named)
        return dict(found)

    def changed(self, record: Identified) -> Day | None:
        """When a file changed last: by its last commit, else its last reading, else the day that
        the dossier speaks of.
        """
        reviewed = record.reviewed.latest if record.reviewed else None
        return self.history.date_of(self._path(record)) or reviewed or self.now

    def created(self, record: Identified) -> Day | None:
        """When a file was first committed; None where nobody knows."""
        return self.history.created.get(self._path(record))

    def _path(self, record: Identified) -> str:
        return f"{self.folder}/{self.dossier.origins[record.id].path}"

    def address_of(self, id: str) -> str:
        """The page of a record, absolute where the site's address is known."""
        return f"{self.site}{self.addresses.of(id) or ''}"

    def piece(self, name: str, id: str, make: Callable[[], bytes]) -> bytes:
        """What a record gives to a format, as it is kept or made now."""
        return self.pieces.recall(name, id, make) if self.pieces else make()

    @cached_property
    def facts(self) -> list[Stated]:
        """Every fact: by the record that holds it, in the order of its file."""
        return [fact for holder in self.dossier.everything() for fact in self.facts_of(holder)]

    def facts_of(self, holder: Identified) -> list[Stated]:
        """The facts of one file, in its order."""
        if holder.id not in self._facts_of:
            self._facts_of[holder.id] = list(list_facts(holder))
        return self._facts_of[holder.id]

    @cached_property
    def _facts_of(self) -> dict[str, list[Stated]]:
        return {}

    @cached_property
    def _ids(self) -> dict[int, str]:
        return {id(fact.value): fact.id for fact in self.facts}

    def id_of(self, value: Record | Sourced) -> str:
        """The id of a fact of this dossier, by its value."""
        return self._ids[id(value)]

    @cached_property
    def made(self) -> dict[str, Any]:
        """What several formats share, by name: the first that needs it makes it."""
        return {}

    @cached_property
    def _weighed(self) -> dict[int, Trust]:
        return {}

    def weigh(self, value: Record | Sourced) -> Trust:
        """What a fact stands on; that of an event counts its participants and statements."""
        if id(value) not in self._weighed:
            self._weighed[id(value)] = self._weigh(value)
        return self._weighed[id(value)]

    def _weigh(self, value: Record | Sourced) -> Trust:
        if isinstance(value, Event | Sourced):
            return weigh(value, self.dossier)
        supporting = [source for source in value.sources if not source.against]
        return Trust(
            find_record_origins(value, self.dossier),
            len(value.sources) - len(supporting),
            bool(supporting) or value.basis is not None,
            not supporting and value.basis is not None,
            disputed=bool(value.disputes),
        )

    def tell_origins(self, value: Record | Sourced) -> str:
        """Whence a fact comes, in a sentence: doubt goes along wherever it is told."""
        trust = self.weigh(value)
        if names := self.name_origins(trust):
            return self.texts("data.told.origins", names=", ".join(names))
        if trust.basis:
            basis = one_line(value.basis or "").removesuffix(".")  # the sentence has its own
            return self.texts("data.told.basis", basis=basis)
        return self.texts("data.told.unknown" if trust.sourced else "data.told.none")

    def name_origins(self, trust: Trust) -> list[str]:
        """The origins of a fact by their names."""
        return [self.dossier.name_of(each) for each in trust.origins.all]


def list_facts(holder: Identified) -> Iterator[Stated]:
    """The facts of one file: itself, if it is a record, and all that has sources of its own."""
    if isinstance(holder, Record):
        yield Stated(holder.id, "record", holder, holder)
    for kind, path, values in _list_fields(holder):
        for number, value in enumerate(values, 1):
            yield Stated(f"{holder.id}/{path}/{number}", kind, holder, value)
    for number, statement in enumerate(holder.statements, 1):
        yield Stated(statement_id(holder, statement, number), "statement", holder, statement)
    for number, dispute in enumerate(holder.disputes, 1):
        for count, version in enumerate(dispute.versions, 1):
            path = f"{holder.id}/disputes/{number}/versions/{count}"
            yield Stated(path, "version", holder, version)
    for number, note in enumerate(holder.notes, 1):
        yield Stated(f"{holder.id}/notes/{number}", "note", holder, note)


def _list_fields(holder: Identified) -> Iterator[tuple[str, str, list[Sourced]]]:
    if isinstance(holder, Actor):
        yield "office", "offices", [*holder.offices]
        yield "relation", "relations", [*holder.relations]
    if isinstance(holder, Event):
        yield "participation", "participants", [*holder.participants]


def statement_id(holder: Identified, statement: Statement, number: int) -> str:
    """`record#statement`; its path where it has no id."""
    if statement.id:
        return Said(holder, statement).reference
    return f"{holder.id}/statements/{number}"
