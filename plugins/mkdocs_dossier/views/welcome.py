"""What the home page shows: the latest, the main actors, the numbers, and where to start."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.dyads import list_pairs
from mkdocs_dossier.views.encounters import list_encounters
from mkdocs_dossier.views.entries import Entry, make_entry
from mkdocs_dossier.views.facts import Facts, Pair

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


def make_welcome(book: Book, facts: Facts) -> Welcome:
    """Everything the home page shows, from the dossier alone."""
    articles = [article for article in book.articles if article.date]
    return Welcome(
        articles=(articles or book.articles)[::-1][:LATEST],
        events=(book.dated or book.events)[::-1][:LATEST],
        actors=[make_entry(book, actor) for actor in _main_actors(book)],
        numbers=_numbers(book),
        pair=_closest_states(book, list_pairs(book, facts.all)),
        central=_most_met(book),
        agency=_main_agency(book),
        ties=bool(facts.all),
    )


def _main_actors(book: Book) -> list[Actor]:
    """Those that dossier.yml features, else those that take part in most events."""
    actors = book.dossier.actors
    featured = [actors[id] for id in book.dossier.settings.featured if id in actors]
    busiest = sorted(actors.values(), key=lambda each: (-len(book.parts.get(each.id, [])), each.id))
    return featured or busiest[:MAIN]


def _numbers(book: Book) -> list[tuple[str, int]]:
    dossier = book.dossier
    kinds = Counter(str(actor.kind) for actor in dossier.actors.values())
    counts = [
        ("articles", len(dossier.articles)),
        ("events", len(dossier.events)),
        ("persons", kinds["person"]),
        ("others", len(dossier.actors) - kinds["person"]),
        ("statements", len(book.said)),
        ("sources", len(book.passages.uses)),
    ]
    return [(name, count) for name, count in counts if count]


def _closest_states(book: Book, pairs: Iterable[Pair]) -> Pair | None:
    """The two states whose people and bodies share most events, of the pairs that have a page."""
    states = {id for id, actor in book.dossier.actors.items() if actor.kind == "state"}
    events = {
        state: {part.event.id for id in book.circle_of(state) for part in book.parts.get(id, [])}
        for state in states
    }
    shared = {
        (one, other): len(events[one] & events[other])
        for one, other in pairs
        if one in states and other in states
    }
    best = min(shared, key=lambda pair: (-shared[pair], pair), default=None)
    return best if best and shared[best] else None


def _most_met(book: Book) -> str | None:
    """The person with most encounters."""
    counts = {
        id: sum(len(each.meetings) for each in list_encounters(book, id))
        for id, actor in book.dossier.actors.items()
        if actor.kind == "person"
    }
    best = min(counts, key=lambda id: (-counts[id], id), default=None)
    return best if best and counts[best] else None


def _main_agency(book: Book) -> str | None:
    relays = Counter(
        party.actor
        for use in book.passages.uses
        for party in use.source.relays
        if party.actor in book.resting and _is_state_outlet(book, party.actor)
    )
    return min(relays, key=lambda id: (-relays[id], id), default=None)


def _is_state_outlet(book: Book, id: str) -> bool:
    actor = book.dossier.actors.get(id)
    return actor is not None and actor.control == "state"
