"""What the home page shows: the latest, the main actors, the numbers, and where to start."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from mkdocs_dossier.index.dyads import group_pairs
from mkdocs_dossier.index.encounters import list_encounters
from mkdocs_dossier.index.entries import Entry, make_entry
from mkdocs_dossier.index.facts import Facts, Pair
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event

LATEST = 5
MAIN = 12


@dataclass(frozen=True)
class Welcome:
    """The home page. `numbers` are (name of what is counted, count), without zeros.

    `pair` are the two states seen most together, `central` the person with most encounters,
    `agency` the state-controlled outlet that relays most, of those on which something rests alone;
    each None where there is none, or no page that tells it. `ties`: some actors are tied.
    """

    articles: list[Article]
    events: list[Event]
    actors: list[Entry]
    numbers: list[tuple[str, int]]
    pair: Pair | None
    central: str | None
    agency: str | None
    ties: bool


def make_welcome(indexes: Indexes, facts: Facts, sole: Container[str]) -> Welcome:
    """Everything the home page shows; `sole` are the origins that tell some fact alone."""
    articles = [article for article in indexes.articles if article.date]
    return Welcome(
        articles=(articles or indexes.articles)[::-1][:LATEST],
        events=(indexes.dated or indexes.events)[::-1][:LATEST],
        actors=[make_entry(indexes, actor) for actor in _main_actors(indexes)],
        numbers=_numbers(indexes),
        pair=_closest_states(indexes, group_pairs(indexes, facts.all)),
        central=_most_met(indexes),
        agency=_main_agency(indexes, sole),
        ties=bool(facts.all),
    )


def _main_actors(indexes: Indexes) -> list[Actor]:
    """Those that dossier.yml features, else those that take part in most events."""
    actors = indexes.dossier.actors
    featured = [actors[id] for id in indexes.dossier.settings.featured if id in actors]
    busiest = sorted(
        actors.values(), key=lambda each: (-len(indexes.parts.get(each.id, [])), each.id)
    )
    return featured or busiest[:MAIN]


def _numbers(indexes: Indexes) -> list[tuple[str, int]]:
    dossier = indexes.dossier
    kinds = Counter(str(actor.kind) for actor in dossier.actors.values())
    counts = [
        ("articles", len(dossier.articles)),
        ("events", len(dossier.events)),
        ("persons", kinds["person"]),
        ("others", len(dossier.actors) - kinds["person"]),
        ("statements", len(indexes.said)),
        ("sources", len(indexes.passages.uses)),
    ]
    return [(name, count) for name, count in counts if count]


def _closest_states(indexes: Indexes, pairs: Iterable[Pair]) -> Pair | None:
    """The two states whose people and bodies share most events, of the pairs that have a page."""
    states = {id for id, actor in indexes.dossier.actors.items() if actor.kind == "state"}
    events = {
        state: {
            part.event.id for id in indexes.circle_of(state) for part in indexes.parts.get(id, [])
        }
        for state in states
    }
    shared = {
        (one, other): len(events[one] & events[other])
        for one, other in pairs
        if one in states and other in states
    }
    best = min(shared, key=lambda pair: (-shared[pair], pair), default=None)
    return best if best and shared[best] else None


def _most_met(indexes: Indexes) -> str | None:
    """The person with most encounters."""
    counts = {
        id: sum(len(each.meetings) for each in list_encounters(indexes, id))
        for id, actor in indexes.dossier.actors.items()
        if actor.kind == "person"
    }
    best = min(counts, key=lambda id: (-counts[id], id), default=None)
    return best if best and counts[best] else None


def _main_agency(indexes: Indexes, sole: Container[str]) -> str | None:
    relays = Counter(
        party.actor
        for use in indexes.passages.uses
        for party in use.source.relays
        if party.actor and party.actor in sole and _is_state_outlet(indexes, party.actor)
    )
    return min(relays, key=lambda id: (-relays[id], id), default=None)


def _is_state_outlet(indexes: Indexes, id: str) -> bool:
    actor = indexes.dossier.actors.get(id)
    return actor is not None and actor.control == "state"
