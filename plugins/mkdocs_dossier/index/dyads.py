"""Two actors seen together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs_dossier.index.dated import Dated
from mkdocs_dossier.index.facts import Fact, Pair, pair_of
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.items import Said, actors_of, date_order
from mkdocs_dossier.index.lines import line_of_fact
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.index.timeline import ARTICLE, tone_of
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.vocabulary import Vocabulary

Articles = Mapping[str, set[str]]
"""The ids of the articles that name a record."""

TELLING = ("relation", "event", "statement")


@dataclass(frozen=True)
class Step:
    """One thing between the two, at its place in time.

    A fact, or an article that names both. `sides`: those who stand for each of the two in it.
    """

    date: Date | None
    fact: Fact | None = None
    article: Article | None = None
    sides: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return self.fact.key if self.fact else f"article-{self.article.id}" if self.article else ""

    @property
    def kind(self) -> str:
        """'relation', 'office', 'part', 'event', 'statement' or 'article'."""
        return self.fact.sort if self.fact else "article"


@dataclass(frozen=True)
class Dyad:
    """All that lies between two actors, in order of time; `circles`: who counts as each of them."""

    pair: Pair
    circles: tuple[tuple[str, ...], tuple[str, ...]]
    steps: tuple[Step, ...]

    @property
    def gathers(self) -> bool:
        """Whether a state's people and bodies are gathered here."""
        return any(len(circle) > 1 for circle in self.circles)


def group_pairs(indexes: Indexes, facts: list[Fact]) -> dict[Pair, list[Fact]]:
    """The facts of each pair that has something to tell, in order of ids.

    That is: two facts at least, one of them no mere office or membership. What the people and
    bodies of two states do counts as the states' own.
    """
    groups = _group_with_states(indexes, facts)
    return {pair: group for pair, group in sorted(groups.items()) if _has_something_to_tell(group)}


def _has_something_to_tell(facts: list[Fact]) -> bool:
    return len(facts) > 1 and any(fact.sort in TELLING for fact in facts)


def _group_with_states(indexes: Indexes, facts: list[Fact]) -> dict[Pair, list[Fact]]:
    found: dict[Pair, list[Fact]] = defaultdict(list)
    states = {id: state_of(indexes.dossier, id) for id in indexes.dossier.actors}
    for fact in facts:
        found[fact.pair].append(fact)
        one, other = states[fact.source], states[fact.target]
        if one and other and one != other and pair_of(one, other) != fact.pair:
            found[pair_of(one, other)].append(fact)
    return found


def make_dyad(indexes: Indexes, pair: Pair, facts: list[Fact], articles: Articles) -> Dyad:
    """The dyad of a pair with its facts, as `group_pairs` gives them."""
    both_states = all(indexes.dossier.actors[id].kind == "state" for id in pair)
    one, other = (tuple(indexes.circle_of(id)) if both_states else (id,) for id in pair)
    sides = set(one), set(other)
    steps: dict[str, Step] = {}
    for fact in facts:
        step = _make_step(fact, sides)
        steps.setdefault(step.id, step)
    named = [{id for member in side for id in articles.get(member, ())} for side in sides]
    for id in named[0] & named[1]:
        article = indexes.dossier.articles[id]
        steps[f"article-{id}"] = Step(article.date, article=article)
    ordered = sorted(steps.values(), key=lambda step: (date_order(step.date), step.kind, step.id))
    return Dyad(pair, (one, other), tuple(ordered))


def step_tone(words: Vocabulary, step: Step) -> str:
    """The colour of a step: of its event's kind, its relation's type, its statement's act."""
    if step.fact is None:
        return ARTICLE
    if isinstance(step.fact.value, Event):
        return tone_of(words, step.fact.value)
    return line_of_fact(words, step.fact).tone


def dyad_bars(words: Vocabulary, dyad: Dyad, names: Mapping[str, str]) -> list[Dated]:
    """The dated steps as bars; `names` gives each one's words by its anchor."""
    return [
        Dated(step.id, names[step.id], step.date, step_tone(words, step))
        for step in dyad.steps
        if step.date
    ]


def list_naming(named_in: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """For each record, the articles that name it; from the records that each article names."""
    found: dict[str, set[str]] = defaultdict(set)
    for article, records in named_in.items():
        for record in records:
            found[record].add(article)
    return found


def _make_step(fact: Fact, sides: tuple[set[str], set[str]]) -> Step:
    """An event or statement stands once, whoever of the two circles takes part in it."""
    value = fact.value
    if isinstance(value, Event):
        present = [id for party in value.participants for id in actors_of(party)]
        key = value.id
    elif isinstance(value, Said):
        statement = value.statement
        present = [id for party in (*statement.speakers, *statement.to) for id in actors_of(party)]
        key = value.reference.replace("#", "-")
    else:
        return Step(
            fact.when, fact, sides=(_among([*fact.pair], sides[0]), _among([*fact.pair], sides[1]))
        )
    both = (_among(present, sides[0]), _among(present, sides[1]))
    return Step(fact.when, replace(fact, key=key), sides=both)


def _among(ids: list[str], side: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for id in ids if id in side))
