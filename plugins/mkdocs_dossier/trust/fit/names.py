"""The names in a statement, held against its evidence."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from mkdocs_dossier.index.items import actors_of
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.index.paragraphs import Paragraph
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.model.reads import Memo, Service, made_once
from mkdocs_dossier.model.records import Event, Identified
from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.trust.fit.compare import Misfit
from mkdocs_dossier.trust.fit.dates import find_dates
from mkdocs_dossier.trust.fit.evidence import Evidence, Passage
from mkdocs_dossier.trust.fit.grammar import grammar_of
from mkdocs_dossier.trust.fit.words import (
    Words,
    are_among,
    is_among,
    split_words,
    tokenise,
    words_of,
)

_start_of = attrgetter("start")
_LONG = 4
_ENDS = '.!?…:»"'


@dataclass(frozen=True)
class Names(Service):
    """Finds the names of statements in what they rest on."""

    dossier: Dossier
    mentions: Mentions

    def compare(
        self,
        statement: Statement,
        beside: Set[str],
        found: list[Mention],
        evidence: Evidence,
        named: frozenset[str],
    ) -> Iterator[Misfit]:
        """Names in the text of a statement that nothing it rests on holds, which names `named`;
        but for those `beside` it.
        """
        seen: set[str] = set()
        for mention in found:
            record = mention.record
            if record in seen or record in beside:
                continue
            seen.add(record)
            shown = statement.text[mention.start : mention.end]
            if not self._is_held(record, shown, evidence.words, named):
                yield Misfit("name", shown, evidence.passages[0])
        yield from self._unknown(statement.text, found, evidence, beside)

    def compare_speakers(self, statement: Statement, evidence: Evidence) -> Iterator[Misfit]:
        """Speakers whom no paragraph of a quote names, nor one beside it to which it points."""
        passages = [each for each in evidence.passages if each.article]
        for party in statement.speakers if passages else ():
            if not party.is_outlet and not any(
                self._speaks(party, passage, evidence) for passage in passages
            ):
                name = party.name or self.dossier.name_of(party.actor or "")
                yield Misfit("speaker", name, passages[0])
                return

    def _speaks(self, party: PartyValue, passage: Passage, evidence: Evidence) -> bool:
        words = words_of(passage.paragraph)
        if self._is_speaker(party, (words,), self._mentioned_at(passage)):
            return True
        actor = self.dossier.actors.get(party.actor or "")
        country = self.dossier.name_of(actor.country) if actor and actor.country else ""
        sentence = words_of(passage.sentence)
        pointed = any(
            each.titles & sentence.all or each.pronouns.search(passage.sentence)
            for each in evidence.grammars
        )
        if country and all(map(sentence.hold, _main(country))):
            pointed = True  # « un responsable chinois »
        beside = (words_of(passage.before), words_of(passage.after))
        return pointed and self._is_speaker(party, beside, frozenset())

    def _is_speaker(self, party: PartyValue, words: Sequence[Words], named: frozenset[str]) -> bool:
        if party.name:
            long = [each for each in split_words(party.name) if len(each) >= _LONG]
            return not long or any(is_among(each, words) for each in long)
        actor = self.dossier.actors.get(party.actor or "")
        if actor is None or self._is_held(actor.id, actor.name, words, named):
            return True
        if actor.kind == "state":
            return any(self._country(id) == actor.id for id in named)
        titles = [_main(office.title) for office in actor.offices]
        return any(are_among(title, words) for title in titles)

    def recognise(self, text: str, known: Iterable[str]) -> list[Mention]:
        """The records that a text names, where these are known to be meant."""
        recogniser = self.mentions.reader.recogniser
        meant = [each for each in known if each in recogniser.bearers]
        return recogniser.recognise(text, known=meant).mentions

    def is_person(self, id: str | None) -> bool:
        """Whether an id is a person's."""
        return id in self.dossier.actors and self.dossier.actors[id].kind == "person"

    def may_be(self, id: str, other: str) -> bool:
        """Whether what one does may be told of the other: itself, or a state and those of it."""
        if id == other or self._stands_for(id) == other:
            return True
        both = {id, other}
        return any(self._country(each) in both - {each} for each in both)

    def named(self, evidence: Evidence) -> frozenset[str]:
        """The records that the passages and what is noted beside them name."""
        found = [self._mentioned_at(each) for each in evidence.passages]
        return frozenset().union(*found, *map(self._mentioned_in, evidence.asides))

    def _mentioned_at(self, passage: Passage) -> frozenset[str]:
        if passage.article is None or passage.at is None:
            return self._mentioned_in(passage.paragraph)
        find = partial(self._mentioned_between, passage.article.id, passage.at)
        return self._known_named.get((passage.article.id, passage.at.start), find)

    @made_once
    def _known_named(self) -> Memo[frozenset[str]]:
        return Memo()

    def _mentioned_between(self, article: str, at: Paragraph) -> frozenset[str]:
        mentions = self.mentions.in_articles[article]  # in their order
        first, last = (bisect_left(mentions, edge, key=_start_of) for edge in (at.start, at.end))
        return frozenset(each.record for each in mentions[first:last])

    def _mentioned_in(self, text: str) -> frozenset[str]:
        return frozenset(each.record for each in self.recognise(text, ()))

    def _is_held(self, id: str, shown: str, words: Sequence[Words], named: frozenset[str]) -> bool:
        """Whether a record is named: itself, by the words shown, its capital or its people."""
        if id in named:
            return True
        if not self._capitals.get(id, frozenset()).isdisjoint(named):
            return True
        forms = self._forms(id)
        return any(are_among(form, words) for form in forms) or are_among(_main(shown), words)

    @made_once
    def _capitals(self) -> dict[str, frozenset[str]]:
        """The places that stand for a state, by its id."""
        found: dict[str, set[str]] = defaultdict(set)
        for place in self.dossier.places.values():
            if place.government_of:
                found[place.government_of].add(place.id)
        return {id: frozenset(places) for id, places in found.items()}

    def _stands_for(self, id: str) -> str | None:
        place = self.dossier.places.get(id)
        return place.government_of if place else None

    def _country(self, id: str) -> str | None:
        actor = self.dossier.actors.get(id)
        place = self.dossier.places.get(id)
        return (actor and actor.country) or (place and place.government_of) or None

    @made_once
    def _known_forms(self) -> Memo[list[list[str]]]:
        return Memo()

    def _forms(self, id: str) -> list[list[str]]:
        """What a record may be recognised by: the main words of its names, and its people's."""
        return self._known_forms.get(id, partial(self._list_forms, id))

    def _list_forms(self, id: str) -> list[list[str]]:
        record, people = self.dossier.record(id), self._people
        names = (
            [record.name, *(each.name for each in record.aliases), *record.short_names]
            if record
            else []
        )
        forms = [form for each in names if (form := _main(each))]
        forms += self._family_of(id)
        forms += [[people[key]] for each in names if (key := " ".join(split_words(each))) in people]
        return forms

    def _family_of(self, id: str) -> list[list[str]]:
        """The family name of a person, where nobody else of the dossier bears it."""
        person = self.dossier.actors.get(id)
        if person is None or person.kind != "person":
            return []
        words = split_words(person.name)
        family = words[0] if person.name_order == "family-first" else words[-1]
        alone = len(family) >= _LONG and self._bearers[family] == 1
        return [[family]] if alone else []

    @made_once
    def _bearers(self) -> dict[str, int]:
        """In how many records' names each word stands."""
        return Counter(
            word for record in self.dossier.records() for word in set(split_words(record.name))
        )

    @made_once
    def _people(self) -> dict[str, str]:
        return dict(grammar_of(self.dossier.language).demonyms)

    def _words_of(self, ids: Iterable[str]) -> frozenset[str]:
        """The words of all names of these records."""
        records = filter(None, (self.dossier.record(id) for id in ids))
        return frozenset(
            word
            for record in records
            for name in (record.name, *(each.name for each in record.aliases), *record.short_names)
            for word in split_words(name)
        )

    def _unknown(
        self, text: str, found: list[Mention], evidence: Evidence, beside: Set[str]
    ) -> Iterator[Misfit]:
        """Capitalised words that are no record's name and stand nowhere in the evidence, nor in
        the names of records `beside`.
        """
        grammar = evidence.grammars[0]
        if not grammar.known:
            return
        taken = [(each.start, each.end) for each in found]
        taken += [(each.start, each.end) for each in find_dates(text, grammar)]
        tokens = tokenise(text)
        for number, token in enumerate(tokens):
            if not token.text[0].isupper() or len(token.text) < 2:
                continue
            first = number == 0 or text[: token.start].rstrip(" «“\"('’")[-1:] in _ENDS
            following = tokens[number + 1].text if number + 1 < len(tokens) else ""
            if token.folded in grammar.starters or token.folded in grammar.titles:
                continue
            if first and not (following[:1].isupper() and len(following) > 1):
                continue
            if any(start <= token.start < end for start, end in taken):
                continue
            if is_among(token.folded, evidence.words):
                continue
            if token.folded not in self._words_of(beside):
                yield Misfit("name", token.text, evidence.passages[0])
                return


def named_beside(holder: Identified, statement: Statement) -> list[str]:
    """The record that holds a statement, and whom the statement's own fields name, and its
    event's.
    """
    parties = [*statement.speakers, *statement.to]
    if isinstance(holder, Event):
        parties += holder.participants
        about = [*holder.about, *([holder.place] if holder.place else [])]
    else:
        about = []
    actors = (id for each in parties for id in actors_of(each))
    return [holder.id, *actors, *statement.about, *about]


def _main(name: str) -> list[str]:
    """The words of a name that tell it from others: the long ones, else all."""
    words = split_words(name)
    return [each for each in words if len(each) >= _LONG] or list(words)
