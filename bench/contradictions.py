"""How many planted contradictions the rule `contradiction` finds, and how often it is wrong.

    python bench/contradictions.py [DOSSIER] [--each 25] [--seed 0] [--show]

Into a dossier, one at a time and at random, a fact is put that excludes one that is there: a person
in another place on the same day, a second holder of an office, and so on, of each class that the
rule knows. One is found when the rule says something that it did not say before, and names the
records on both sides. Its stanza is then put into the record: it must be a dispute that the format
accepts, with a source or a basis for both versions, and settle what was found. False alarms are
what the rule says of the dossier as it is.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from misfits import NUMBER, ORDINALS, WORDS, plant_polarity

from mkdocs_dossier.model.dates import parse
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Dispute, Source, Statement
from mkdocs_dossier.model.records import Actor, Event, Identified, Office, Participant
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.contradictions.find import find_contradictions
from mkdocs_dossier.trust.contradictions.finding import Contradiction

SECTIONS = ("actors", "events", "places", "topics", "articles")
SOLE = re.compile(
    r"^(?:présidente?|premi(?:er|ère) ministre|ministre|secrétaire général|directeur|directrice"
    r"|gouverneur|dirigeant|president|prime minister|minister|director|governor|leader)\b"
)
FEMALE = {"président": "présidente", "directeur": "directrice", "gouverneur": "gouverneure"}
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)


@dataclass(frozen=True)
class Planted:
    """A dossier with a contradiction in it: between which records, and in words."""

    dossier: Dossier
    between: frozenset[str]
    words: str


Plant = Callable[[Dossier, random.Random], Planted | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path, nargs="?", default=Path("dossier"))
    parser.add_argument("--each", type=int, default=25)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="print what was not found")
    given = parser.parse_args()
    dossier = load(given.dossier).dossier
    before = {key_of(each) for each in find_contradictions(dossier)}
    planted, caught, settled = Counter(), Counter(), Counter()
    for name, plant in PLANTS.items():
        chance = random.Random(f"{given.seed} {name}")
        seen: set[str] = set()
        for _ in range(given.each * 8):
            made = plant(dossier, chance)
            if made is None or made.words in seen or planted[name] == given.each:
                continue
            seen.add(made.words)
            planted[name] += 1
            found = [
                each
                for each in find_contradictions(made.dossier)
                if key_of(each) not in before
                and {each.here.record, each.other.record} <= made.between
            ]
            caught[name] += bool(found)
            settled[name] += bool(found) and all(settles(each, made.dossier) for each in found)
            if given.show and not found:
                print(f"missed {name}: {made.words}")
            if given.show and found and not all(settles(each, made.dossier) for each in found):
                print(f"not settled {name}: {found[0].stanza}")
    print("\n| planted | contradictions | found | recall | settled by its stanza |")
    print("|---|---|---|---|---|")
    for name in PLANTS:
        if planted[name]:
            print(line(name, planted[name], caught[name], settled[name]))
    print(line("all", planted.total(), caught.total(), settled.total()))
    print(f"\n{len(before)} findings on the dossier as it is")


def line(name: str, planted: int, caught: int, settled: int) -> str:
    return f"| {name} | {planted} | {caught} | {caught / planted:.2f} | {settled} |"


def key_of(found: Contradiction) -> tuple[Any, ...]:
    return (found.kind, found.id, found.path, found.here.reference, found.other.reference)


def settles(found: Contradiction, dossier: Dossier) -> bool:
    """Whether the stanza is accepted, names two sourced versions and ends what was found."""
    made = yaml.safe_load(found.stanza)
    dispute = Dispute.model_validate(yaml.load(found.stanza, yaml.BaseLoader)["disputes"][0])
    if not made or not all(each.sources or each.basis for each in dispute.versions):
        return False
    record = dossier.get(found.id)
    assert record is not None
    pasted = put(dossier, change(record, disputes=[*record.disputes, dispute]))
    return key_of(found) not in {key_of(each) for each in find_contradictions(pasted)}


def change(record: Identified, **fields: Any) -> Any:
    return record.model_copy(update=fields)


def put(dossier: Dossier, *records: Identified) -> Dossier:
    """The dossier with these records in place of those with their ids, or added to them."""
    held = {section: dict(getattr(dossier, section)) for section in SECTIONS}
    for record in records:
        held[f"{record.section}s"][record.id] = record
    return replace(dossier, **held)


def make_event(id: str, dossier: Dossier, **fields: Any) -> Event:
    event = Event.model_validate({"name": f"Autre chose ({id})", "summary": "X.", **fields})
    event._id = id
    return event


def shift(day: Day, by: int) -> str:
    return day.plus(by).isoformat()


def dated(dossier: Dossier) -> list[Event]:
    return [
        each
        for each in dossier.events.values()
        if each.date and each.date.exact and each.date.earliest and each.date.latest
    ]


def one_day(dossier: Dossier) -> list[Event]:
    return [each for each in dated(dossier) if bounds(each)[0] == bounds(each)[1]]


def bounds(event: Event) -> tuple[Day, Day]:
    assert event.date
    assert event.date.earliest
    assert event.date.latest
    return event.date.earliest, event.date.latest


def a_source(dossier: Dossier, chance: random.Random) -> dict[str, str]:
    return {"article": chance.choice(sorted(dossier.articles))}


def country_of(place: str, dossier: Dossier) -> str | None:
    found = dossier.places.get(place)
    return found.country if found else place


def plant_two_places(dossier: Dossier, chance: random.Random) -> Planted | None:
    there = [
        (event, actor)
        for event in one_day(dossier)
        if event.place and dossier.vocabulary.event_kind(event.kind).present
        for party in event.participants
        for actor in [party.actor or party.led_by]
        if actor in dossier.actors and dossier.actors[actor].kind == "person"
    ]
    if not there:
        return None
    event, person = chance.choice(there)
    own = country_of(str(event.place), dossier)
    places = [each for each, place in dossier.places.items() if place.country not in (None, own)]
    if not places:
        return None
    day, where = bounds(event)[0], chance.choice(sorted(places))
    if chance.random() < 0.5:
        kind, date = chance.choice(("meeting", "summit", "ceremony")), day.isoformat()
    else:
        kind = "visit"
        date = f"{shift(day, -chance.randint(1, 3))}/{shift(day, chance.randint(1, 3))}"
    who = chance.choice(
        ({"actor": person}, {"name": "une délégation", "led_by": person, "role": "delegation"})
    )
    made = make_event(
        "planted",
        dossier,
        kind=kind,
        date=date,
        place=where,
        participants=[{**who, "sources": [a_source(dossier, chance)]}],
    )
    words = f"{person} in {event.place} ({event.id}) and in {where} ({kind} {date}, {who})"
    return Planted(put(dossier, made), frozenset({event.id, "planted"}), words)


def plant_two_holders(dossier: Dossier, chance: random.Random) -> Planted | None:
    held = [
        (actor, office)
        for actor in dossier.actors.values()
        for office in actor.offices
        if office.organisation and office.start and SOLE.match(office.title)
    ]
    if not held:
        return None
    actor, office = chance.choice(held)
    people = [each for each in dossier.actors.values() if each.kind == "person" and each != actor]
    other = chance.choice(people)
    title = office.title
    twist = chance.random()
    first = title.split()[0]
    if twist < 0.3:
        title = title.replace(first, FEMALE.get(first, first), 1)
    elif twist < 0.5:
        title = title[:1].upper() + title[1:]
    elif twist < 0.7:
        body = dossier.actors[str(office.organisation)]
        name = body.with_article or body.name
        title = title if body.name in title else f"{title} de {name}".replace("de le ", "du ")
    assert office.start
    assert office.start.earliest
    begin = office.start.latest or office.start.earliest
    end = office.end.earliest if office.end and office.end != ".." and office.end.earliest else None
    room = (end.toordinal() - begin.toordinal()) if end else 400
    if room < 60:
        return None
    day = begin.plus(chance.randint(32, min(room - 20, 380)))
    fields = {"date": day.isoformat()}
    if chance.random() < 0.5:
        fields = {"start": day.plus(-20).isoformat(), "end": day.plus(900).isoformat()}
    if end is None and not (office.end and str(office.end) == ".."):
        fields = {"start": begin.plus(-30).isoformat(), "end": begin.plus(60).isoformat()}
    made = {"title": title, "organisation": str(office.organisation), **fields}
    second = Office.model_validate({**made, "sources": [a_source(dossier, chance)]})
    planted = change(other, offices=[*other.offices, second])
    words = f"{actor.id} {office.title} {office.start}/{office.end}; {other.id} {title} {fields}"
    return Planted(put(dossier, planted), frozenset({actor.id, other.id}), words)


def outside(actor: Actor, chance: random.Random) -> str | None:
    """A date before the actor's start, or after its end."""
    ends = []
    if actor.start and actor.start.earliest:
        ends.append(actor.start.earliest.plus(-chance.randint(40, 9000)))
    if actor.end and str(actor.end) != ".." and actor.end.latest:
        ends.append(actor.end.latest.plus(chance.randint(40, 9000)))
    day = chance.choice(ends) if ends else None
    if day is None or day.year < 1:
        return None
    return chance.choice((day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]))


def bounded(dossier: Dossier, *kinds: str) -> list[Actor]:
    return [
        each for each in dossier.actors.values() if each.kind in kinds and (each.start or each.end)
    ]


def plant_outside_body(dossier: Dossier, chance: random.Random) -> Planted | None:
    bodies = bounded(dossier, "organisation", "state", "media")
    people = [each for each in dossier.actors.values() if each.kind == "person"]
    if not bodies or not people:
        return None
    body, person = chance.choice(bodies), chance.choice(people)
    date = outside(body, chance)
    if (
        date is None
        or (parse(date).earliest or Day(1, 1, 1)).toordinal()
        > parse("2026-01-01").earliest.toordinal()
    ):  # type: ignore[union-attr]
        return None
    fields = chance.choice(({"date": date}, {"start": date}, {"start": date, "end": date}))
    if body.end and parse(date).earliest.toordinal() > body.end.latest.toordinal():  # type: ignore[union-attr]
        fields = chance.choice(({"date": date}, {"end": date}, {"start": date, "end": ".."}))
    office = Office.model_validate(
        {
            "title": "conseiller",
            "organisation": body.id,
            **fields,
            "sources": [a_source(dossier, chance)],
        }
    )
    made = change(person, offices=[*person.offices, office], start=None)
    words = f"{person.id} in {body.id} ({body.start}/{body.end}): {fields}"
    return Planted(put(dossier, made), frozenset({person.id, body.id}), words)


def plant_ordinal(dossier: Dossier, chance: random.Random) -> Planted | None:
    numbered = [
        each for each in dated(dossier) if each.series and each.series.ordinal and each.date
    ]
    if not numbered:
        return None
    event = chance.choice(numbered)
    assert event.series
    assert event.series.ordinal
    group = [each for each in numbered if each.series.topic == event.series.topic]  # type: ignore[union-attr]
    before = [each for each in group if bounds(each)[1].toordinal() < bounds(event)[0].toordinal()]
    after = [each for each in group if bounds(each)[0].toordinal() > bounds(event)[1].toordinal()]
    pool = [n for n in range(1, event.series.ordinal) if before]
    pool += [each.series.ordinal + more for each in after for more in (0, 1)]  # type: ignore[union-attr,operator]
    if not pool:
        return None
    ordinal = chance.choice(pool)
    made = change(event, series=event.series.model_copy(update={"ordinal": ordinal}))
    words = f"{event.id} ({event.date}): {ordinal} instead of {event.series.ordinal}"
    return Planted(put(dossier, made), frozenset(each.id for each in group), words)


def plant_count(dossier: Dossier, chance: random.Random) -> Planted | None:
    """« Quatrième sommet » said of the third, « 78e anniversaire » of the eightieth."""
    told = []
    for event in dated(dossier):
        if event.series and event.series.ordinal:
            told.append((event, "sommet", event.series.ordinal))
        for id in event.about:
            recalled = dossier.events.get(id)
            if dossier.vocabulary.event_kind(event.kind).commemorates and recalled:
                first = recalled.date or recalled.start
                if first and first.year and event.date and event.date.year:
                    told.append((event, "anniversaire", event.date.year - first.year))
    if not told:
        return None
    event, noun, right = chance.choice(told)
    wrong = max(2, right + chance.choice((-2, -1, 1, 2)))
    if wrong == right:
        return None
    word = ORDINALS[wrong - 2] if wrong - 2 < len(ORDINALS) else f"{wrong}e"
    quote = f"le {word} {noun}"
    article = chance.choice(sorted(dossier.articles))
    known = dossier.articles[article]
    text = f"{known.text}\n\nC'était {quote}.\n"
    source = Source.model_validate({"article": article, "quote": quote})
    if chance.random() < 0.5 and noun == "anniversaire":
        made = change(event, name=f"{word} anniversaire")
        return Planted(
            put(dossier, made), frozenset({event.id, *event.about}), f"{event.id}: {made.name}"
        )
    made = change(event, sources=[*event.sources, source])
    return Planted(
        put(dossier, made, change(known, text=text)),
        frozenset({event.id, *event.about}),
        f"{event.id} ({right}): « {quote} »",
    )


def plant_outside_life(dossier: Dossier, chance: random.Random) -> Planted | None:
    actors = bounded(dossier, "person", "organisation", "state", "media")
    if not actors:
        return None
    actor = chance.choice(actors)
    date = outside(actor, chance)
    if date is None:
        return None
    what = chance.choice(("speech", "part", "relation", "speech at an event"))
    source = a_source(dossier, chance)
    words = f"{what} of {actor.id} ({actor.start}/{actor.end}) in {date}"
    if what == "relation":
        other = chance.choice([each.id for each in dossier.actors.values() if each != actor])
        relation = {"type": "supports", "with": other, "date": date}
        made = Actor.model_validate(
            {
                **_written(actor),
                "relations": [{**relation, "sources": [source]}],
            }
        )
        made._id = actor.id
        return Planted(put(dossier, made), frozenset({actor.id, other}), words)
    if what == "part":
        event = make_event(
            "planted",
            dossier,
            kind="meeting",
            date=date,
            participants=[{"actor": actor.id, "sources": [source]}],
        )
        return Planted(put(dossier, event), frozenset({actor.id, "planted"}), words)
    said = {
        "id": "planted",
        "text": "Rien ne changera.",
        "speakers": [actor.id],
        "sources": [source],
    }
    if what == "speech":
        home = chance.choice(sorted(dossier.topics) or sorted(dossier.actors))
        record = dossier.get(home)
        assert record is not None
        statement = Statement.model_validate({**said, "date": date})
        made = change(record, statements=[*record.statements, statement])
        return Planted(put(dossier, made), frozenset({actor.id, home}), words)
    event = make_event("planted", dossier, kind="meeting", date=date, statements=[said])
    return Planted(put(dossier, event), frozenset({actor.id, "planted"}), words)


def _written(actor: Actor) -> dict[str, Any]:
    return {"kind": str(actor.kind), "name": actor.name, "summary": actor.summary} | {
        name: str(getattr(actor, name)) for name in ("start", "end") if getattr(actor, name)
    }


def quoting(dossier: Dossier) -> list[tuple[Identified, Statement]]:
    return [
        (holder, statement)
        for holder, _, statement in dossier.statements()
        if statement.id and not dossier.vocabulary.is_doubtful(statement.status)
    ]


def add_statement(
    dossier: Dossier, holder: Identified, statement: Statement, chance: random.Random, **fields: Any
) -> Planted:
    """A second statement in the same record, with another article as its source."""
    other = chance.choice(sorted(dossier.articles))
    source = Source.model_validate({"article": other})
    made = statement.model_copy(update={"id": "planted", "sources": [source], **fields})
    record = change(holder, statements=[*holder.statements, made])
    words = f"{holder.id}#{statement.id}: {statement.text} / {made.act}: {made.text}"
    return Planted(put(dossier, record), frozenset({holder.id}), words)


def plant_denied(dossier: Dossier, chance: random.Random) -> Planted | None:
    holder, statement = chance.choice(quoting(dossier))
    if chance.random() < 0.4:
        denying = "deny" if "deny" in dossier.vocabulary.acts else None
        if denying is None or statement.act == denying:
            return None
        return add_statement(dossier, holder, statement, chance, act=denying)
    if statement.act == "deny":
        return None
    changed = plant_polarity(statement, dossier, chance)
    if changed is None:
        return None
    return add_statement(dossier, holder, statement, chance, text=changed.text)


def plant_outside_whole(dossier: Dossier, chance: random.Random) -> Planted | None:
    parts = [
        (event, whole)
        for event in dated(dossier)
        for whole in [dossier.events.get(event.part_of or "")]
        if whole and whole.date and whole.date.earliest and whole.date.latest
    ]
    if not parts:
        return None
    event, whole = chance.choice(parts)
    first, last = bounds(whole)
    if whole.date and not whole.date.exact:
        first, last = first.plus(-40), last.plus(40)
    days = chance.randint(1, 15)
    choice = chance.choice(("after", "before", "beyond", "whole ends"))
    if choice == "whole ends" and whole.date and whole.date.exact:
        end = bounds(event)[0].plus(-days)
        made = change(whole, date=parse(f"{end.plus(-2).isoformat()}/{end.isoformat()}"))
        words = f"{whole.id} until {made.date}, {event.id} on {event.date}"
        return Planted(put(dossier, made), frozenset({event.id, whole.id}), words)
    if choice == "beyond":
        date = f"{last.isoformat()}/{shift(last, days)}"
    else:
        date = shift(last, days) if choice == "after" else shift(first, -days)
    made = change(event, date=parse(date))
    words = f"{event.id} on {date}, within {whole.id} on {whole.date}"
    return Planted(put(dossier, made), frozenset({event.id, whole.id}), words)


def plant_two_values(dossier: Dossier, chance: random.Random) -> Planted | None:
    return chance.choice((_two_numbers, _two_dates, _two_places, _two_sizes))(dossier, chance)


def _two_numbers(dossier: Dossier, chance: random.Random) -> Planted | None:
    """The same sentence in two articles, with another number."""
    counted = [
        (holder, statement)
        for holder, statement in quoting(dossier)
        if NUMBER.search(statement.text)
        or any(word in (*WORDS, *ORDINALS) for word in re.findall(r"\w+", statement.text))
    ]
    if not counted:
        return None
    holder, statement = chance.choice(counted)
    text = statement.text
    found = [*NUMBER.finditer(text)]
    found += [m for m in re.finditer(r"\w+", text) if m.group() in (*WORDS, *ORDINALS)]
    match = chance.choice(
        [m for m in found if not re.search(r"\b(les|ces|des)\s$", text[: m.start()])] or found
    )
    old = match.group()
    if old[0].isdigit():
        new = str(int(re.match(r"\d+", old)[0]) + chance.choice((2, 5, 11)))  # type: ignore[index]
        new += old.lstrip("0123456789")
    else:
        new = chance.choice([w for w in (WORDS if old in WORDS else ORDINALS) if w != old])
    text = text[: match.start()] + new + text[match.end() :]
    return add_statement(dossier, holder, statement, chance, text=text)


def _quote_in(dossier: Dossier, chance: random.Random, quote: str, sentence: str) -> Any:
    """An article with one more paragraph, that holds a quote."""
    article = dossier.articles[chance.choice(sorted(dossier.articles))]
    return change(article, text=f"{article.text}\n\n{sentence}\n"), quote


def _two_dates(dossier: Dossier, chance: random.Random) -> Planted | None:
    """Another article gives another day."""
    event = chance.choice(one_day(dossier))
    day = bounds(event)[0]
    wrong = day.plus(chance.choice((-9, -3, -1, 1, 2, 8)))
    said = f"le {wrong.day} {MONTHS[wrong.month - 1]} {wrong.year}"
    if chance.random() < 0.4:
        said = f"le {WEEKDAYS[wrong.weekday()]} {said.removeprefix('le ')}"
    article, quote = _quote_in(dossier, chance, said, f"La chose a eu lieu {said}, dit-on.")
    source = Source.model_validate({"article": article.id, "quote": quote, "supports": ["date"]})
    made = change(event, sources=[*event.sources, source])
    return Planted(put(dossier, made, article), frozenset({event.id}), f"{event.date}: {said}")


def _two_places(dossier: Dossier, chance: random.Random) -> Planted | None:
    """Another article gives another place."""
    placed = [each for each in dossier.events.values() if each.place]
    event = chance.choice(placed)
    own = country_of(str(event.place), dossier)
    others = [each for each in dossier.places.values() if each.country not in (None, own)]
    if not others:
        return None
    place = chance.choice(others).name
    quote = f"réunis à {place}"
    article, quote = _quote_in(dossier, chance, quote, f"Ils se sont {quote} ce jour-là.")
    source = Source.model_validate({"article": article.id, "quote": quote, "supports": ["place"]})
    made = change(event, sources=[*event.sources, source])
    return Planted(put(dossier, made, article), frozenset({event.id}), f"{event.place}: {quote}")


def _two_sizes(dossier: Dossier, chance: random.Random) -> Planted | None:
    """Another article counts otherwise those who took part."""
    event = chance.choice(sorted(dossier.events.values(), key=lambda each: each.id))
    count = chance.randint(3, 40)
    more = count + chance.choice((1, 2, 10))
    one, quote = _quote_in(dossier, chance, f"{more} délégués", f"On y a vu {more} délégués.")
    source = {"article": one.id, "quote": quote}
    group = {"name": f"{count} délégués", "count": count, "sources": [source]}
    part = Participant.model_validate(group)
    made = change(event, participants=[*event.participants, part])
    return Planted(put(dossier, made, one), frozenset({event.id}), f"{event.id}: {group}")


PLANTS: dict[str, Plant] = {
    "two places at once": plant_two_places,
    "two holders of one office": plant_two_holders,
    "office outside the body's existence": plant_outside_body,
    "ordinal in a series": plant_ordinal,
    "ordinal or anniversary in words": plant_count,
    "deed outside a life": plant_outside_life,
    "said and denied": plant_denied,
    "part outside its whole": plant_outside_whole,
    "two values in two articles": plant_two_values,
}

if __name__ == "__main__":
    main()
