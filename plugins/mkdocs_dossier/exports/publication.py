"""What every format is made from: the dossier, its indexes, and where its pages stand."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape
from typing import Any, cast

from mkdocs_dossier.exports.pieces import Keep, Pieces
from mkdocs_dossier.exports.stated import Stated, list_facts, sources_of
from mkdocs_dossier.index.addresses import Addresses
from mkdocs_dossier.index.facts import Facts
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.reads import Lookup, Memo, Service, Table, made_once
from mkdocs_dossier.model.records import Event, Identified, Record
from mkdocs_dossier.source.digest import digest_rest, digest_texts
from mkdocs_dossier.source.history import History
from mkdocs_dossier.trust.origins import find_record_origins
from mkdocs_dossier.trust.support import Trust, weigh

WriteProse = Callable[[str, Callable[[str], tuple[str, str] | None]], str]
"""Markdown as safe HTML; the second finds the address and the name of a `[[target]]`."""
Naming = tuple[str, str, str, str]
"""The record that is named, by what words, how, and the anchor of the paragraph, if it has one."""
DATA = "data"
"""The view under whose address the files of all formats stand."""


def _write_plain(markdown: str, _: Callable[[str], tuple[str, str] | None]) -> str:
    """The words alone, a paragraph each."""
    paragraphs = (one_line(read_plain(each)) for each in markdown.split("\n\n"))
    return "".join(f"<p>{escape(each)}</p>" for each in paragraphs if each)


@dataclass(frozen=True)
class Publication(Service):
    """The dossier as it is given away.

    `site` is the site's own address with a final slash, or empty; `now` the day that the files may
    speak of, never the clock's; `history` knows when each file changed, by its path through the
    dossier's `folder`. `write_prose` makes HTML of longer texts: what renders pages does not lie
    below this. `keep` holds the pieces of earlier builds, if any are kept; whatever pieces ask of
    the dossier is noted, as it is of pages.
    """

    indexes: Indexes
    mentions: Mentions
    site: str = ""
    now: Day | None = None
    history: History = field(default_factory=History)
    folder: str = "dossier"
    write_prose: WriteProse = _write_plain
    keep: Keep | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.indexes.dossier

    @cached_property
    def texts(self) -> Texts:
        """The words of its language."""
        return texts(self.dossier.language)

    @made_once
    def addresses(self) -> Addresses:
        """Where each thing stands on the site."""
        return Addresses(self.dossier, self.texts)

    @made_once
    def ties(self) -> Facts:
        """What ties two actors."""
        return Facts(self.indexes)

    @made_once
    def named_by(self) -> dict[str, list[Naming]]:
        """For each record and article, where it names others."""
        found: dict[str, list[Naming]] = defaultdict(list)
        for named in (*self.mentions.paragraphs, *self.mentions.fields):
            anchor, text = named.paragraph.anchor, named.text
            found[named.holder.id] += (
                (each.record, text[each.start : each.end], each.how, anchor)
                for each in named.mentions
            )
        return {id: places for id, places in found.items() if places}

    @made_once
    def named_in(self) -> dict[str, Counter[str]]:
        """For each record, who names it how often."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for id, places in self.named_by.items():
            for record, *_ in places:
                found[record][id] += 1
        return dict(found)

    @made_once
    def offices_in(self) -> dict[str, list[str]]:
        """For each body, the offices held in it."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self.dossier.actors.values():
            for office in actor.offices:
                if office.organisation:
                    found[office.organisation].append(self.id_of(office))
        return dict(found)

    @made_once
    def resting_on(self) -> dict[str, list[str]]:
        """For each article, the facts that cite it."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for fact in self.facts:
            for source in sources_of(fact):
                if source.article:
                    found[source.article][fact.id] = None
        return {id: list(facts) for id, facts in found.items()}

    @made_once
    def places(self) -> dict[str, bool]:
        """All that a link within a copy can lead to: `record` and `record#statement`."""
        return dict.fromkeys(self._list_places(), True)

    def _list_places(self) -> Iterator[str]:
        for record in self.dossier.everything():
            yield record.id
            yield from (Said(record, each).reference for each in record.statements)

    def changed(self, record: Identified) -> Day | None:
        """When a file changed last: by its last commit, else its last reading, else the day that
        the dossier speaks of.
        """
        return self._days[record.id][1]

    def created(self, record: Identified) -> Day | None:
        """When a file was first committed; None where nobody knows."""
        return self._days[record.id][0]

    @made_once
    def _days(self) -> Lookup[str, tuple[Day | None, Day | None]]:
        return Lookup("Publication._days", self._find_days)

    def _find_days(self, id: str) -> tuple[Day | None, Day | None]:
        record = self.dossier.get(id)
        path = f"{self.folder}/{self.dossier.origins[id].path}"
        reviewed = record.reviewed.latest if record and record.reviewed else None
        return self.history.created.get(path), self.history.date_of(path) or reviewed or self.now

    def address_of(self, id: str) -> str:
        """The page of a record, absolute where the site's address is known."""
        return f"{self.site}{self.addresses.of(id) or ''}"

    def piece(self, name: str, record: str, make: Callable[[], bytes]) -> bytes:
        """What a record, known by its id, gives to a format, as it is kept or made now."""
        if self.keep is None:
            return make()
        return self.pieces.recall(name, record, partial(self._make, record, make))

    def shared_piece(self, name: str, record: str, make: Callable[[], bytes]) -> bytes:
        """The same of a piece that several formats take: made once where none are kept, too."""
        if self.keep is None:
            found: bytes = self.shared.get((name, record), make)
            return found
        return self.piece(name, record, make)

    def recall(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What follows from this package alone, as it is kept or made now."""
        found = self.keep.find(name) if self.keep else None
        if found is None:
            found = make()
            if self.keep:
                self.keep.put(name, found)
        return found

    def _make(self, record: str, make: Callable[[], bytes]) -> bytes:
        self.dossier.get(record)  # whoever makes the piece holds the record already
        return make()

    @made_once
    def pieces(self) -> Pieces:
        """The pieces of earlier builds, and those of this one. Only where they are kept."""
        assert self.keep is not None
        rest, about = digest_rest(self.dossier).hex(), repr((self.site, self.folder))
        world = digest_texts([rest, about]).hex()
        self.keep.answers.ask(self._owners)
        return Pieces(world, self.dossier.origins.keys(), self.keep)

    def _owners(self) -> Iterable[object]:
        """What holds tables."""
        indexes = self.indexes
        return (self, self.dossier, indexes, indexes.passages, self.mentions, self.addresses)

    @made_once
    def facts(self) -> list[Stated]:
        """Every fact: by the record that holds it, in the order of its file."""
        return [fact for holder in self.dossier.everything() for fact in self.facts_of(holder)]

    def facts_of(self, holder: Identified) -> list[Stated]:
        """The facts of one file, in its order."""
        return self._facts_of.get(holder.id, lambda: list(list_facts(holder)))

    @made_once
    def _facts_of(self) -> Memo[list[Stated]]:
        return Memo()

    @made_once
    def _stated(self) -> dict[str, Stated]:
        return {fact.id: fact for fact in self.facts}

    @made_once
    def _ids(self) -> dict[int, str]:
        return {id(fact.value): fact.id for fact in self.facts}

    def address_of_fact(self, fact: Stated) -> str:
        """Where a fact stands on the site, absolute where the site's address is known."""
        page = self.address_of(fact.holder.id)
        return f"{page}#{fact.anchor}" if fact.anchor else page

    def id_of(self, value: Record | Sourced) -> str:
        """The id of a fact of this dossier, by its value."""
        return self.fact_of(value).id

    def fact_of(self, value: Record | Sourced) -> Stated:
        """A fact of this dossier, by its value."""
        found: str | None = cast(Table[int, str], self._ids).peek(id(value), None)
        if found is None:
            raise KeyError(type(value).__name__)
        return self._stated[found]

    @made_once
    def shared(self) -> Memo[Any]:
        """What several formats share, by a key: the first that needs it makes it."""
        return Memo()

    @made_once
    def _weighed(self) -> Memo[Trust]:
        return Memo()

    def weigh(self, value: Record | Sourced) -> Trust:
        """What a fact stands on; that of an event counts its participants and statements."""
        return self._weighed.get(id(value), lambda: self._weigh(value))

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

    @made_once
    def _told(self) -> Memo[str]:
        return Memo()

    def tell_origins(self, value: Record | Sourced) -> str:
        """Whence a fact comes, in a sentence: doubt goes along wherever it is told."""
        return self._told.get(id(value), lambda: self._tell_origins(value))

    def _tell_origins(self, value: Record | Sourced) -> str:
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
