"""A dossier read from every side: each record with all that other files say of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from mkdocs_dossier.index.items import Part, Said, Tie, actors_of, date_order, event_order
from mkdocs_dossier.index.keys import name_all
from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.languages.collation import Key, order
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.reads import Service, made_once
from mkdocs_dossier.model.records import Event, Identified, Record, Topic
from mkdocs_dossier.model.vocabulary import say

T = TypeVar("T")


@dataclass(frozen=True)
class Indexes(Service):
    """All indexes of a dossier, each made when first asked for; lists are by time, then id."""

    dossier: Dossier

    @made_once
    def events(self) -> list[Event]:
        """All events in order of time; undated ones last."""
        return sorted(self.dossier.events.values(), key=event_order)

    @made_once
    def actor_kinds(self) -> list[str]:
        """The kinds of actor that there are, in the order of the vocabulary."""
        found = {str(actor.kind) for actor in self.dossier.actors.values()}
        return [kind for kind in self.dossier.vocabulary.actor_order if kind in found]

    @made_once
    def articles(self) -> list[Article]:
        """All articles in order of time; undated ones last."""
        return sorted(
            self.dossier.articles.values(), key=lambda each: (date_order(each.date), each.id)
        )

    @made_once
    def said(self) -> list[Said]:
        """All statements, in order of time."""
        found = [Said(holder, statement) for holder, _, statement in self.dossier.statements()]
        return sorted(found, key=lambda said: (date_order(self.date_of(said)), said.reference))

    def date_of(self, said: Said) -> Date | None:
        """When it was said: its own date, the event's, or that of its first dated article."""
        if said.statement.date:
            return said.statement.date
        if isinstance(said.holder, Event):
            return said.holder.date
        articles = (
            self.dossier.articles.get(each.article or "") for each in said.statement.sources
        )
        return next((article.date for article in articles if article and article.date), None)

    @made_once
    def ties(self) -> dict[str, list[Tie]]:
        """For each actor, its relations read from its own end."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for actor in self.dossier.actors.values():
            keys = name_all(actor.relations)
            for index, (relation, key) in enumerate(zip(actor.relations, keys, strict=True)):
                kind = self.dossier.vocabulary.relation_types.get(relation.type)
                if kind is None or relation.with_ not in self.dossier.actors:
                    continue
                language, other = self.dossier.language, relation.with_
                forward, backward = say(kind.forward, language), say(kind.backward, language)
                found[actor.id].append(
                    Tie(actor.id, other, forward, relation, actor.id, index, key, True)
                )
                found[other].append(
                    Tie(other, actor.id, backward, relation, actor.id, index, key, False)
                )
        for each in found.values():
            each.sort(
                key=lambda tie: (
                    tie.relation.type,
                    not tie.forward,
                    date_order(tie.relation.start),
                    tie.other,
                )
            )
        return dict(found)

    @made_once
    def parts(self) -> dict[str, list[Part]]:
        """For each actor, the events in which it took part, itself or within a group."""
        found: dict[str, list[Part]] = defaultdict(list)
        for event in self.events:
            seen: set[str] = set()
            for participant in event.participants:
                for actor in actors_of(participant):
                    if actor not in seen:
                        seen.add(actor)
                        found[actor].append(Part(event, participant))
        return dict(found)

    @made_once
    def events_at(self) -> dict[str, list[Event]]:
        """For each place or state, the events located there."""
        return _group(self.events, lambda event: [event.place] if event.place else [])

    @made_once
    def events_about(self) -> dict[str, list[Event]]:
        """For each record, the events that concern it: `about`, or one of its series."""
        return _group(
            self.events,
            lambda event: [*event.about, *([event.series.topic] if event.series else [])],
        )

    @made_once
    def dated(self) -> list[Event]:
        """The events with a date, in order of time."""
        return [event for event in self.events if event.date]

    @made_once
    def before(self) -> dict[str, Event]:
        """For each dated event but the first, the one before it."""
        return {event.id: before for before, event in pairwise(self.dated)}

    @made_once
    def after(self) -> dict[str, Event]:
        """For each dated event but the last, the one after it."""
        return {event.id: after for event, after in pairwise(self.dated)}

    @made_once
    def series(self) -> dict[str, list[Event]]:
        """For each topic that numbers events, its events: by their numbers if all have one."""
        found = _group(self.events, lambda event: [event.series.topic] if event.series else [])
        for events in found.values():
            if all(event.series and event.series.ordinal for event in events):
                events.sort(key=lambda event: (event.series and event.series.ordinal) or 0)
        return found

    @made_once
    def topics_about(self) -> dict[str, list[Topic]]:
        """For each record, the topics that concern it, by id."""
        return _group(self.dossier.topics.values(), lambda topic: topic.about)

    @made_once
    def tagged(self) -> dict[str, list[Identified]]:
        """For each tag as it is written, what carries it, in the order of files."""
        return _group(self.dossier.everything(), lambda record: record.tags)

    @made_once
    def members(self) -> dict[str, list[str]]:
        """For each state, its people and bodies, by id."""
        actors = self.dossier.actors
        found = _group(actors, lambda id: [state_of(self.dossier, id) or ""])
        return {state: [id for id in ids if id != state] for state, ids in found.items() if state}

    def circle_of(self, id: str) -> list[str]:
        """An actor with those in whose name it is seen to act: a state with its people and bodies.

        For any actor but a state, the actor alone. By id, the actor first.
        """
        actor = self.dossier.actors.get(id)
        return [id, *self.members.get(id, [])] if actor and actor.kind == "state" else [id]

    @made_once
    def sub_events(self) -> dict[str, list[Event]]:
        """For each event, the events that it contains."""
        return _group(self.events, lambda event: [event.part_of] if event.part_of else [])

    @made_once
    def parts_of(self) -> dict[str, list[Record]]:
        """For each record that is no event, the records that are part of it, by name."""
        records = sorted(self.dossier.records(), key=self._by_name)
        others = [each for each in records if not isinstance(each, Event)]
        return _group(others, lambda record: [record.part_of] if record.part_of else [])

    @made_once
    def said_by(self) -> dict[str, list[Said]]:
        """For each actor, the statements it made."""
        return _group(
            self.said,
            lambda said: [id for party in said.statement.speakers for id in actors_of(party)],
        )

    @made_once
    def said_about(self) -> dict[str, list[Said]]:
        """For each record, the statements about it, and those addressed to it."""
        return _group(
            self.said,
            lambda said: [
                *said.statement.about,
                *(id for party in said.statement.to for id in actors_of(party)),
            ],
        )

    @made_once
    def said_at(self) -> dict[str, list[Said]]:
        """For each record, the statements that it holds."""
        return _group(self.said, lambda said: [said.holder.id])

    @made_once
    def relayed_by(self) -> dict[str, list[Said]]:
        """For each actor, the statements that pass through it on their way into print."""

        def hands(said: Said) -> Iterable[str]:
            for source in said.statement.sources:
                article = self.dossier.articles.get(source.article or "")
                document = source.document
                publishers = [document.publisher, document.republisher] if document else []
                parties = [*source.relays, *(each for each in publishers if each)]
                yield from (party.actor for party in parties if party.actor)
                if article and article.outlet:
                    yield article.outlet

        return _group(self.said, hands)

    @made_once
    def said_in(self) -> dict[str, list[Said]]:
        """For each article, the statements that rest on it."""
        return _group(
            self.said,
            lambda said: [each.article for each in said.statement.sources if each.article],
        )

    @made_once
    def passages(self) -> Passages:
        """Every source where it stands, and the passages of articles that are quoted."""
        return Passages(self.dossier)

    @made_once
    def articles_citing(self) -> dict[str, list[Article]]:
        """For each record, the articles that its own file rests on."""
        found: dict[str, dict[str, Article]] = defaultdict(dict)
        for use in self.passages.uses:
            article = self.dossier.articles.get(use.source.article or "")
            if article:
                found[use.holder.id][article.id] = article
        return {
            id: sorted(articles.values(), key=lambda each: (date_order(each.date), each.id))
            for id, articles in found.items()
        }

    @made_once
    def people_of(self) -> dict[str, list[str]]:
        """For each state, its people; for each body, those who hold or held an office in it."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor in sorted(self.dossier.actors.values(), key=self._by_name):
            if actor.kind != "person":
                continue
            bodies = [actor.country, *(office.organisation for office in actor.offices)]
            for body in dict.fromkeys(each for each in bodies if each):
                found[body].append(actor.id)
        return dict(found)

    def _by_name(self, record: Record) -> tuple[Key, str]:
        return order(record.name, self.dossier.language), record.id


def _group(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return dict(found)
