"""From the model and its indexes to the entries of a dossier."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.exports.entry import (
    VERSION,
    ChainStep,
    Entry,
    Fact,
    FactOrigin,
    FactSource,
    Follows,
    Hand,
    Met,
    NamedIn,
)
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.stated import Stated, name_sources
from mkdocs_dossier.index.encounters import list_encounters
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import PartyValue, Source, Statement
from mkdocs_dossier.model.records import Actor, Identified, Record
from mkdocs_dossier.trust.chain import Step, trace
from mkdocs_dossier.trust.support import Trust


@dataclass(frozen=True)
class Entries:
    """All entries of a dossier, each made when it is asked for."""

    publication: Publication

    def __iter__(self) -> Iterator[Entry]:
        return (self.make(record) for record in self.publication.dossier.everything())

    def make(self, record: Identified) -> Entry:
        """The entry of one record or article."""
        publication = self.publication
        return Entry(
            VERSION,
            record.id,
            record.section,  # type: ignore[arg-type]  # one of the five
            record.title_text,
            publication.address_of(record.id),
            publication.dossier.origins[record.id].path,
            dump_record(record),
            record.text.strip() if isinstance(record, Article) else None,
            [self._fact(fact) for fact in publication.facts_of(record)],
            self._follows(record),
        )

    def _fact(self, fact: Stated) -> Fact:
        publication = self.publication
        trust = publication.weigh(fact.value)
        statement = fact.value if isinstance(fact.value, Statement) else None
        said_on = statement and self.publication.indexes.date_of(Said(fact.holder, statement))
        return Fact(
            fact.id,
            fact.kind,  # type: ignore[arg-type]  # as Stated says
            publication.address_of_fact(fact),
            trust.status,
            said_on.text if said_on else None,
            trust.sourced,
            trust.basis,
            self._origins(trust),
            trust.state_only,
            trust.against,
            trust.disputed,
            [self._source(id, source, statement) for id, source in name_sources(fact)],
        )

    def _origins(self, trust: Trust) -> list[FactOrigin]:
        origins, actors = trust.origins, self.publication.dossier.actors
        return [
            FactOrigin(
                each if each in origins.actors else None,
                actors[each].name if each in origins.actors else each,
                each in origins.state_media,
            )
            for each in origins.all
        ]

    def _source(self, id: str, source: Source, statement: Statement | None) -> FactSource:
        dossier = self.publication.dossier
        article = dossier.articles.get(source.article or "")
        verified = dossier.verified.date_of(source, article)
        anchor = self.publication.indexes.passages.anchor(source)
        page = self.publication.address_of(article.id) if article else ""
        chain = trace(source, dossier, statement)
        return FactSource(
            id,
            _plain(source.article),
            _plain(source.statement),
            source.document.title_text if source.document else None,
            source.quote,
            source.against,
            verified.text if verified else None,
            f"{page}#{anchor}" if anchor else None,
            [self._step(step) for step in chain.steps],
            list(chain.remarks),  # type: ignore[arg-type]  # as Chain says
        )

    def _step(self, step: Step) -> ChainStep:
        return ChainStep(
            step.role,
            [self._hand(party) for party in step.parties],
            step.article.id if step.article else None,
            step.document.title_text if step.document else None,
            step.own_voice,
        )

    def _hand(self, party: PartyValue) -> Hand:
        actor = self.publication.dossier.actors.get(party.actor or "")
        return Hand(actor.id if actor else None, actor.name if actor else party.name or "")

    def _follows(self, record: Identified) -> Follows:
        indexes, id, of = self.publication.indexes, record.id, self.publication.id_of
        parts = [part.participant for part in indexes.parts.get(id, [])]
        return Follows(
            [of(part) for part in parts if part],
            list(dict.fromkeys(of(tie.relation) for tie in indexes.ties.get(id, []))),
            self.publication.offices_in.get(id, []),
            [of(said.statement) for said in indexes.said_by.get(id, [])],
            [of(said.statement) for said in indexes.said_about.get(id, [])],
            [event.id for event in indexes.events_at.get(id, [])],
            [event.id for event in indexes.events_about.get(id, [])],
            [topic.id for topic in indexes.topics_about.get(id, [])],
            [each.id for each in (*indexes.sub_events.get(id, []), *indexes.parts_of.get(id, []))],
            list(self._meetings(record)),
            [NamedIn(*each) for each in sorted(self.publication.named_in.get(id, {}).items())],
            self.publication.resting_on.get(id, []),
        )

    def _meetings(self, record: Identified) -> Iterator[Met]:
        if not isinstance(record, Actor):
            return
        for encounter in list_encounters(self.publication.indexes, record.id):
            for meeting in encounter.meetings:
                trust = self.publication.weigh(meeting.event)
                yield Met(
                    encounter.other,
                    meeting.event.id,
                    meeting.event.date.text if meeting.event.date else None,
                    [held.office.title for held in meeting.offices],
                    trust.state_only,
                    self._origins(trust),
                )


def dump_record(record: Record | Identified) -> dict[str, Any]:
    """What a file says: no field that it leaves out, `null` where it says so."""
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _plain(text: str | None) -> str | None:
    return str(text) if text else None
