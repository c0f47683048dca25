"""Where facts really come from: two outlets that relay one agency are one origin.

The origin of a source is the first hand in its chain that can vouch for it: an agency that speaks
for itself, else the first relay, else the outlet of the text that the article was made from, else
the article's own outlet. A person who carries words vouches for nothing and is passed over. An
unnamed relay or an unknown outlet gives no origin: nobody can say that it differs from another. A
document counts by its publisher, a statement by its own sources. What is known by a `basis` in
words has none.
"""

from dataclasses import dataclass

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import PartyValue, Source, Sourced, Statement
from mkdocs_dossier.model.records import Event

Told = tuple[Source, list[PartyValue]]


@dataclass(frozen=True)
class Origins:
    """Independent origins: ids of actors, and names of publishers that have no record.

    `state_media_only`: there are some, and all are media under the control of a state.
    """

    actors: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    state_media_only: bool = False

    def __len__(self) -> int:
        return len(self.actors) + len(self.names)


def find_origins(fact: Sourced, dossier: Dossier) -> Origins:
    """The origins of a statement, an office, a relation, a participant or a version."""
    speakers = fact.speakers if isinstance(fact, Statement) else []
    return _gather([(source, speakers) for source in fact.sources], dossier)


def find_event_origins(event: Event, dossier: Dossier) -> Origins:
    """The origins of an event: of its own sources, its participants' and its statements'."""
    told: list[Told] = [(source, []) for source in event.sources]
    told += [(source, []) for each in event.participants for source in each.sources]
    told += [(source, each.speakers) for each in event.statements for source in each.sources]
    return _gather(told, dossier)


def _gather(told: list[Told], dossier: Dossier) -> Origins:
    actors: set[str] = set()
    names: set[str] = set()
    seen: set[str] = set()
    while told:
        source, speakers = told.pop()
        if source.statement is None:
            vouching = _vouching(source, speakers, dossier)
            actors.update(each.actor for each in vouching if each.actor in dossier.actors)
            names.update(each.name.casefold() for each in vouching if each.name)
        elif source.statement not in seen:
            seen.add(source.statement)
            cited = dossier.statement(source.statement.record, source.statement.statement)
            told += [(each, cited.speakers) for each in cited.sources] if cited else []
    media = {id for id in actors if dossier.actors[id].kind == "media"}
    controlled = all(dossier.actors[id].control == "state" for id in media)
    alone = bool(media) and media == actors and not names and controlled
    return Origins(frozenset(actors), frozenset(names), alone)


def _vouching(source: Source, speakers: list[PartyValue], dossier: Dossier) -> list[PartyValue]:
    """The first of the chain that can vouch for what the source tells."""
    if source.document:
        return [source.document.publisher] if source.document.publisher else []
    agencies = [party for party in speakers if _kind(party.actor, dossier) == "media"]
    if speakers and agencies == speakers:
        return agencies
    relay = next((each for each in source.via if _kind(each.actor, dossier) != "person"), None)
    if relay:
        return [relay] if relay.actor else []
    outlet = _outlet(dossier.articles.get(source.article or ""), dossier)
    return [PartyValue(actor=outlet)] if outlet else []


def _outlet(article: Article | None, dossier: Dossier) -> str | None:
    """The outlet for which an article was first written, followed through what it was made from."""
    seen: set[str] = set()
    while article and article.id not in seen:
        seen.add(article.id)
        made = article.derived_from
        if made is None or not made.model_fields_set & {"outlet", "article"}:
            return article.outlet
        if made.outlet or not made.article:
            return made.outlet
        article = dossier.articles.get(made.article)
    return None


def _kind(actor: str | None, dossier: Dossier) -> str:
    return dossier.actors[actor].kind if actor in dossier.actors else ""
