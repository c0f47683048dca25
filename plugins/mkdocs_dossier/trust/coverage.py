"""What a dossier still lacks, for its curators."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.provenance import Document, Source, Sourced, Statement
from mkdocs_dossier.model.records import (
    Event,
    Identified,
    Office,
    Participant,
    Record,
    Relation,
    Topic,
)
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.trust.support import weigh
from mkdocs_dossier.trust.unsourced import find_unsourced

MINUTES = {
    "retracted": 15,
    "statement-without-source": 10,
    "fact-without-source": 5,
    "source-without-quote": 5,
    "no-origin": 15,
    "one-origin": 30,
    "publisher-without-record": 10,
    "record-without-statement": 15,
    "unused-paragraph": 10,
    "date-without-basis": 5,
    "not-reviewed": 15,
}
"""Every kind of gap, in order, and about how long it takes to fill one."""
KINDS = tuple(MINUTES)
YEAR = 365


@dataclass(frozen=True, order=True)
class Gap:
    """Something missing: of which kind, in which record, at which place of which file.

    `path` is relative to the dossier's folder, line and column count from 1. `text` names the
    fact: a sentence, a quote, a title.
    """

    kind: str
    path: str
    line: int
    column: int
    record: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """The gap as plain values."""
        return {**asdict(self), "minutes": MINUTES[self.kind]}


@dataclass(frozen=True)
class Coverage:
    """The gaps of a dossier. `now` decides what was reviewed long ago; None: nothing was."""

    indexes: Indexes
    now: Day | None = None

    @cached_property
    def _say(self) -> Texts:
        return texts(self.indexes.dossier.language)

    @cached_property
    def gaps(self) -> list[Gap]:
        """All gaps, in the order of KINDS, then by file and line."""
        found = {*self._facts(), *self._records(), *self._paragraphs(), *self._dates()}
        return sorted(found, key=lambda gap: (KINDS.index(gap.kind), gap))

    def of(self, kind: str) -> list[Gap]:
        """The gaps of one kind."""
        return [gap for gap in self.gaps if gap.kind == kind]

    def _facts(self) -> Iterator[Gap]:
        for holder in self.indexes.dossier.everything():
            for path, fact in find_unsourced(holder):
                sort = "statement" if isinstance(fact, Statement) else "fact"
                yield self._gap(f"{sort}-without-source", holder, path, self._name(fact))
            for path, value in holder.find(Source, Document, Statement, Relation):
                if isinstance(value, Source) and self._is_taken_back(value):
                    yield self._gap("retracted", holder, path, str(value.article))
                if isinstance(value, Source) and value.article and not value.quote:
                    yield self._gap("source-without-quote", holder, path, value.article)
                elif isinstance(value, Document):
                    yield from self._publisher(holder, path, value)
                if isinstance(value, Statement | Relation):
                    yield from self._origins(holder, path, value)
            if isinstance(holder, Event):
                yield from self._origins(holder, (), holder)

    def _is_taken_back(self, source: Source) -> bool:
        """Whether it rests on a retracted article and nobody has confirmed it since."""
        article = self.indexes.dossier.articles.get(source.article or "")
        return article is not None and article.status == "retracted" and not source.confirmed

    def _publisher(self, holder: Identified, path: Path, document: Document) -> Iterator[Gap]:
        publisher = document.publisher
        if publisher and publisher.name:
            place = (*path, "publisher")
            yield self._gap("publisher-without-record", holder, place, publisher.name)

    def _origins(self, holder: Identified, path: Path, fact: Sourced | Event) -> Iterator[Gap]:
        trust = weigh(fact, self.indexes.dossier)
        if trust.sourced and not trust.basis and len(trust.origins) < 2:
            kind = "one-origin" if trust.origins else "no-origin"
            yield self._gap(kind, holder, path, self._name(fact))

    def _records(self) -> Iterator[Gap]:
        about = {*self.indexes.said_about, *self.indexes.said_by}
        for record in self.indexes.dossier.records():
            if not record.statements and record.id not in about:
                yield self._gap("record-without-statement", record, (), record.name)
        for holder in self.indexes.dossier.everything():
            day = holder.reviewed.latest if holder.reviewed else None
            if day is None or (self.now and self.now.toordinal() - day.toordinal() > YEAR):
                yield self._gap("not-reviewed", holder, ("reviewed",), holder.title_text)

    def _paragraphs(self) -> Iterator[Gap]:
        for article in self.indexes.dossier.articles.values():
            used = self.indexes.passages.at(article)
            path = self.indexes.dossier.origins[article.id].path
            for each in self.indexes.passages.paragraphs(article):
                if not any(isinstance(use.fact, Statement) for use in used[each.anchor]):
                    text = " ".join(each.plain.split())
                    yield Gap("unused-paragraph", path, each.line, 1, article.id, text)

    def _dates(self) -> Iterator[Gap]:
        for holder in self.indexes.dossier.everything():
            for path, value in ((), holder), *holder.find(Statement, Office, Relation):
                yield from self._undated(holder, path, value)

    def _undated(self, holder: Identified, path: Path, fact: Value) -> Iterator[Gap]:
        for field in ("date", "start", "end"):
            date: Date | None = getattr(fact, field, None)
            if date is not None and date != STILL and not _has_basis(fact, field):
                shown = self._say(f"coverage.{field}", date=say_date(date, self._say))
                text = f"{self._name(fact)} – {shown}"
                yield self._gap("date-without-basis", holder, (*path, field), text)

    def _gap(self, kind: str, holder: Identified, path: Path, text: str) -> Gap:
        origin = self.indexes.dossier.origins[holder.id]
        return Gap(kind, origin.path, *origin.locate(path), holder.id, text)

    def _name(self, fact: Value) -> str:
        if isinstance(fact, Statement):
            return fact.text
        if isinstance(fact, Office):
            return fact.title
        dossier = self.indexes.dossier
        if isinstance(fact, Relation):
            known = dossier.vocabulary.relation_types.get(fact.type)
            noun = say(known.noun, dossier.language) if known else fact.type
            return (
                f"{noun} {'↔' if known and known.symmetric else '→'} {dossier.name_of(fact.with_)}"
            )
        if isinstance(fact, Participant):
            return fact.name or dossier.name_of(fact.actor or "")
        assert isinstance(fact, Identified)
        return fact.title_text


def _has_basis(fact: Value, field: str) -> bool:
    """Whether something says how the date is known: in words, or a source that stands for it."""
    if getattr(fact, "date_basis", None) or getattr(fact, "basis", None):
        return True
    sources = getattr(fact, "sources", [])
    if isinstance(fact, Record | Article):
        needs_words = field == "date" and isinstance(fact, Event | Topic | Article)
        return not needs_words and any(field in each.supports for each in sources)
    return bool(sources)
