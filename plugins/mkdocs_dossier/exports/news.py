"""What is new in a dossier: articles, events, statements, corrections; for whom and under what tag.

An article or event is as new as its file, a statement as new as the file that holds it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.corrections import list_corrections
from mkdocs_dossier.index.dyads import group_pairs
from mkdocs_dossier.index.items import Said, actors_of
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.provenance import PartyValue
from mkdocs_dossier.model.reads import made_once
from mkdocs_dossier.model.records import Event, Identified
from mkdocs_dossier.model.slug import slugify_tag

NEWEST, NEWEST_OF_PAGE = 40, 20
"""How many items the feed of the whole holds at most, and that of a page."""


@dataclass(frozen=True)
class Item:
    """Something new. `key` names it for ever; `subjects` are the records whose feeds show it.

    `address` is that of its page, from the site's root.
    """

    key: str
    kind: Literal["article", "event", "statement", "correction"]
    title: str
    text: str
    address: str
    created: Day
    changed: Day
    subjects: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """All items of a dossier, the newest first, and those of each feed."""

    publication: Publication

    @made_once
    def items(self) -> list[Item]:
        """Whatever a day is known for."""
        made = [*self._articles(), *self._events(), *self._statements(), *self._corrections()]
        made.sort(key=lambda item: item.key)
        return sorted(made, key=lambda item: (item.created, item.changed), reverse=True)

    @made_once
    def by_subject(self) -> dict[str, list[int]]:
        """For each record, the places of its items."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self.items):
            for subject in item.subjects:
                found[subject].append(place)
        return dict(found)

    @made_once
    def by_tag(self) -> dict[str, list[int]]:
        """For each tag as its address has it, the places of its items."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self.items):
            for tag in item.tags:
                found[tag].append(place)
        return dict(found)

    def feeds(self) -> Iterator[tuple[str, str, list[Item]]]:
        """Each page that has a feed: its address, its name, its newest items."""
        dossier, addresses = self.publication.dossier, self.publication.addresses
        for record in (*dossier.actors.values(), *dossier.topics.values()):
            places = self.by_subject.get(record.id, [])
            yield addresses.of(record.id) or "", record.name, self._take(places)
        for one, other in sorted(group_pairs(self.publication.indexes, self.publication.ties.all)):
            shared = self._circle(one) & self._circle(other)
            name = f"{dossier.name_of(one)} – {dossier.name_of(other)}"
            yield addresses.dyad(one, other), name, self._take(sorted(shared))
        spelled = {slugify_tag(tag): tag for tag in sorted(self.publication.indexes.tagged)}
        for tag, name in spelled.items():
            address = f"{addresses.index('tags')}{tag}/"
            yield address, name, self._take(self.by_tag.get(tag, []))

    @made_once
    def _circles(self) -> dict[str, frozenset[int]]:
        return {}

    def _circle(self, id: str) -> frozenset[int]:
        """The items of an actor; of a state, those of its people and bodies too."""
        if id not in self._circles:
            members = self.publication.indexes.circle_of(id)
            self._circles[id] = frozenset(
                place for member in members for place in self.by_subject.get(member, [])
            )
        return self._circles[id]

    def _take(self, places: list[int]) -> list[Item]:
        items = self.items
        return [items[place] for place in places[:NEWEST_OF_PAGE]]

    def _articles(self) -> Iterator[Item]:
        named = self.publication.mentions.named_in
        for article in self.publication.dossier.articles.values():
            subjects = named.get(article.id, [])
            yield from self._make("article", article.id, article, article.summary, subjects)

    def _events(self) -> Iterator[Item]:
        say = self.publication.texts
        for event in self.publication.dossier.events.values():
            text = f"{say_date(event.date, say)}. {event.summary}"
            text = f"{text} {self.publication.tell_origins(event)}"
            yield from self._make("event", event.id, event, text, _of(event))

    def _statements(self) -> Iterator[Item]:
        publication = self.publication
        words, language = publication.dossier.vocabulary, publication.dossier.language
        for said in publication.indexes.said:
            statement = said.statement
            status = words.label("status", statement.status, language)
            text = f"{self._speakers(said)}{statement.text} ({status})"
            text = f"{text} {publication.tell_origins(statement)}"
            parties = (*statement.speakers, *statement.to)
            subjects = [*_actors(parties), *statement.about, said.holder.id]
            key = publication.id_of(statement)
            yield from self._make("statement", key, said.holder, text, subjects, said.anchor)

    def _speakers(self, said: Said) -> str:
        name_of = self.publication.dossier.name_of
        named = (
            party.name or name_of(party.actor or "")
            for party in said.statement.speakers
            if not party.is_outlet
        )
        joined = ", ".join(named)
        return self.publication.texts("data.feed.said-by", name=joined) if joined else ""

    def _corrections(self) -> Iterator[Item]:
        say = self.publication.texts
        for each in list_corrections(self.publication.dossier):
            correction, day = each.correction, each.correction.date.latest
            if day:
                key = "\n".join(
                    (each.holder.id, str(correction.date), correction.about or "", correction.was)
                )
                text = say("data.feed.corrected", was=correction.was, now=correction.now)
                subjects = [each.holder.id]
                yield self._item("correction", key, each.holder, text, subjects, day, day)

    def _make(
        self,
        kind: Literal["article", "event", "statement"],
        key: str,
        holder: Identified,
        text: str,
        subjects: Iterable[str],
        anchor: str | None = None,
    ) -> Iterator[Item]:
        changed = self.publication.changed(holder)
        created = self.publication.created(holder) or changed
        if created and changed:
            yield self._item(kind, key, holder, text, subjects, created, changed, anchor)

    def _item(
        self,
        kind: Literal["article", "event", "statement", "correction"],
        key: str,
        holder: Identified,
        text: str,
        subjects: Iterable[str],
        created: Day,
        changed: Day,
        anchor: str | None = None,
    ) -> Item:
        page = self.publication.addresses.of(holder.id) or ""
        return Item(
            f"{kind}\n{key}",
            kind,
            self.publication.texts(f"data.feed.{kind}", title=holder.title_text),
            text,
            f"{page}#{anchor}" if anchor else page,
            created,
            changed,
            tuple(dict.fromkeys(map(str, subjects))),
            tuple(dict.fromkeys(map(slugify_tag, holder.tags))),
        )


def _of(event: Event) -> list[str]:
    series = [event.series.topic] if event.series else []
    return [*_actors(event.participants), *event.about, *series]


def _actors(parties: Iterable[PartyValue]) -> list[str]:
    return [id for party in parties for id in actors_of(party)]
