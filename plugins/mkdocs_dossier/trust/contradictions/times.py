"""Persons in two places, offices with two holders, parts outside of their whole."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from mkdocs_dossier.index.items import actors_of
from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.model.records import Actor, Event, Office, Participant, Relation
from mkdocs_dossier.trust.contradictions.counts import sources_for
from mkdocs_dossier.trust.contradictions.finding import Contradiction, Side
from mkdocs_dossier.trust.contradictions.places import are_apart
from mkdocs_dossier.trust.contradictions.spans import Span, span_between, span_of
from mkdocs_dossier.trust.fit.grammar import Grammar, grammar_of
from mkdocs_dossier.trust.fit.words import Words, split_words, straighten

_SHORT = 3  # letters
_STAY = 14  # days that people spend at one event
_MOST = 200  # events of one person: more are not compared each with each


def find_two_places(dossier: Dossier) -> Iterator[Contradiction]:
    """A person in two places at a time, by events whose kind says that they were present."""
    present: dict[str, list[tuple[Event, Participant]]] = defaultdict(list)
    for event in dossier.events.values():
        if event.place and event.date and dossier.vocabulary.event_kind(event.kind).present:
            for party in event.participants:
                for id in actors_of(party):
                    if id in dossier.actors and dossier.actors[id].kind == "person":
                        present[id].append((event, party))
    seen: set[tuple[str, str]] = set()
    for id, attended in present.items():
        for (one, part), (other, other_part) in combinations(attended[:_MOST], 2):
            pair = (one.id, other.id)
            if pair in seen or one is other or one.id == other.part_of or other.id == one.part_of:
                continue
            if _at_once(one, other) and are_apart(str(one.place), str(other.place), dossier):
                seen.add(pair)
                name = dossier.name_of(id)
                yield Contradiction(
                    "two-places",
                    other.id,
                    ("place",),
                    "place",
                    _present(other, other_part, name),
                    _present(one, part, name),
                )


def _present(event: Event, part: Participant, name: str) -> Side:
    text = f"{name}, {event.name} ({event.date})"
    sources = tuple(part.supporting or [each for each in event.sources if not each.against])
    return Side(event.id, str(event.place), text, sources, part.basis or event.basis or "")


def _at_once(one: Event, other: Event) -> bool:
    """Whether both are on one known day, or one lies inside the other for sure."""
    if one.date is None or other.date is None:
        return False
    first, second = span_of(one.date), span_of(other.date)
    if first.is_one_day and second.is_one_day:
        return first == second
    return _inside(first, second) or _inside(second, first)


def _inside(inner: Span, outer: Span) -> bool:
    """The days of arrival and departure may be spent elsewhere too; so may some of a long event,
    to which people come and from which they go.
    """
    if outer.last - outer.first > _STAY:
        return False
    return outer.surely_from < inner.first and inner.last < outer.surely_until


def find_two_holders(dossier: Dossier) -> Iterator[Contradiction]:
    """Two persons who hold an office at a time that only one can hold."""
    grammar = grammar_of(dossier.language)
    held: dict[str, list[tuple[Actor, int, Office]]] = defaultdict(list)
    for actor in dossier.actors.values():
        for index, office in enumerate(actor.offices):
            if office.organisation and grammar.sole_offices.search(straighten(office.title)):
                held[str(office.organisation)].append((actor, index, office))
    for body, holders in held.items():
        known = _names_of(body, dossier)
        titles = {id(office): _title(office.title, known, grammar) for _, _, office in holders}
        for (one, _, before), (other, index, after) in combinations(holders, 2):
            if one is other or not _are_same(titles[id(before)], titles[id(after)]):
                continue
            spans = [span_between(each.start, each.end, each.date) for each in (before, after)]
            if spans[0].surely_meets(spans[1]):
                yield Contradiction(
                    "two-holders",
                    other.id,
                    ("offices", index),
                    "offices",
                    _holding(other, after),
                    _holding(one, before),
                )


def _names_of(body: str, dossier: Dossier) -> frozenset[str]:
    """The words by which a title may name its body."""
    actor = dossier.actors.get(body)
    if actor is None:
        return frozenset()
    names = (actor.name, *(alias.name for alias in actor.aliases), *actor.short_names)
    return frozenset(word for name in names for word in split_words(name))


def _title(title: str, known: frozenset[str], grammar: Grammar) -> Words:
    """The main words of a title, without those of its body, of a woman as of a man."""
    words = [each for each in split_words(title) if len(each) > _SHORT and each not in known]
    return Words(grammar.feminines.get(each, each) for each in words)


def _are_same(one: Words, other: Words) -> bool:
    return all(map(other.hold, one.all)) and all(map(one.hold, other.all))


def _holding(actor: Actor, office: Office) -> Side:
    text = f"{actor.name}, {office.title} ({_say(office)})"
    return Side(actor.id, "", text, tuple(office.supporting), office.basis or "")


def _say(office: Office) -> str:
    if office.date:
        return str(office.date)
    return f"{office.start or '?'}/{office.end or '?'}"


def find_outside_body(dossier: Dossier) -> Iterator[Contradiction]:
    """An office or a relation outside the existence of an end of it."""
    for actor in dossier.actors.values():
        facts: list[tuple[str, int, Office | Relation, str]] = [
            ("offices", index, each, each.title) for index, each in enumerate(actor.offices)
        ]
        facts += [("relations", i, each, each.type) for i, each in enumerate(actor.relations)]
        for field, index, fact, name in facts:
            other = fact.organisation if isinstance(fact, Office) else fact.with_
            for owner in (dossier.actors.get(other or ""), actor):
                bound = owner and _outside(fact, owner)
                if owner and bound:
                    when = str(fact.date or f"{fact.start or '?'}/{fact.end or '?'}")
                    here = Side(
                        actor.id, "", f"{name} ({when})", tuple(fact.supporting), fact.basis or ""
                    )
                    yield Contradiction(
                        "outside-life", actor.id, (field, index), field, here, _life(owner, *bound)
                    )
                    break


def _outside(fact: Office | Relation, owner: Actor) -> tuple[str, str] | None:
    """The field of the owner's existence that a fact contradicts, and its value."""
    first, last = fact.date or fact.start, fact.date or fact.end
    if first and owner.start and span_of(first).surely_before(span_of(owner.start)):
        return "start", str(owner.start)
    if owner.end and owner.end != STILL:
        end = span_of(owner.end)
        ends_later = last and last != STILL and end.last < span_of(last).surely_until
        begins_later = first and end.surely_before(span_of(first))
        if ends_later or begins_later or fact.end == STILL:
            return "end", str(owner.end)
    return None


def _life(owner: Actor, field: str, value: str) -> Side:
    sources = [each for each in owner.sources if field in each.supports]
    return Side(
        owner.id, value, f"{owner.name} ({field}: {value})", tuple(sources), owner.basis or ""
    )


def find_speech_outside_life(dossier: Dossier) -> Iterator[Contradiction]:
    """A statement made before its speaker was born, or after the end."""
    for holder, index, statement in dossier.statements():
        date = statement.date or (holder.date if isinstance(holder, Event) else None)
        for party in statement.speakers if date else ():
            actor = dossier.actors.get(party.actor or "")
            field = _bound(actor, date, date) if actor else ""
            if actor and field:
                reference = f"{holder.id}#{statement.id}"
                text = f"{statement.text} ({date})"
                here = Side(reference, "", text, tuple(statement.supporting), statement.basis or "")
                path = ("statements", index, "speakers")
                life = _life(actor, field, str(getattr(actor, field)))
                yield Contradiction("outside-life", holder.id, path, "statements", here, life)


def find_part_outside_life(dossier: Dossier) -> Iterator[Contradiction]:
    """Somebody who takes part in what lies before the birth, or after the end."""
    for event in dossier.events.values():
        first, last = event.date or event.start, event.date or event.end
        for index, party in enumerate(event.participants):
            for id in actors_of(party):
                actor = dossier.actors.get(id)
                field = _bound(actor, first, last) if actor else ""
                if actor and field:
                    text = f"{actor.name}, {event.name} ({first or last})"
                    sources = party.supporting or sources_for(event, "participants")
                    basis = party.basis or event.basis or ""
                    here = Side(event.id, "", text, tuple(sources), basis)
                    life = _life(actor, field, str(getattr(actor, field)))
                    path = ("participants", index)
                    yield Contradiction("outside-life", event.id, path, "participants", here, life)


def _bound(actor: Actor, first: Date | None, last: Date | None) -> str:
    """The end of a life beyond which a time lies; empty where it may lie within."""
    if last and actor.start and span_of(last).surely_before(span_of(actor.start)):
        return "start"
    ended = actor.end if actor.end != STILL else None
    if first and first != STILL and ended and span_of(ended).surely_before(span_of(first)):
        return "end"
    return ""


def find_outside_whole(dossier: Dossier) -> Iterator[Contradiction]:
    """An event outside the one that contains it: a meeting after the end of its visit."""
    for event in dossier.events.values():
        whole = dossier.events.get(event.part_of or "")
        if whole is None or whole is event:
            continue
        inner = event.date or event.start
        outer = span_of(whole.date) if whole.date else span_between(whole.start, whole.end)
        if inner and _sticks_out(span_of(inner), outer):
            yield Contradiction(
                "outside-whole",
                event.id,
                ("date",),
                "date",
                _dated(event, str(inner)),
                _dated(whole, str(whole.date or f"{whole.start or '?'}/{whole.end or '?'}")),
            )


def _sticks_out(inner: Span, outer: Span) -> bool:
    """Whether it surely begins before the other, or ends after it."""
    return inner.surely_from < outer.first or inner.surely_until > outer.last


def _dated(event: Event, date: str) -> Side:
    sources: list[Source] = [each for each in event.sources if "date" in each.supports]
    return Side(event.id, date, event.name, tuple(sources), event.date_basis or event.basis or "")
