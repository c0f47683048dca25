"""Where facts really come from: two outlets that relay one agency are one origin.

The origin of a source is the first hand in its chain that can vouch for it: an agency that speaks
for itself, else the first relay, else whose text it is: the outlet for which an article was first
written, or the publisher of a document. A person who carries words vouches for nothing and is
passed over. Whoever passes a dispatch on, or shows it on its site, is no origin. An unnamed relay
or an unknown outlet gives none: nobody can say that it differs from another. A statement counts by
its own sources. What is known by a `basis` in words has no origin, and a source that speaks
against a fact gives it none.
"""

from functools import lru_cache, partial

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.provenance import PartyValue, Source, Sourced, Statement
from mkdocs_dossier.model.records import Event, Identified
from mkdocs_dossier.model.references import ActorId

Told = tuple[Source, list[PartyValue]]


@frozen
class Origins:
    """Independent origins: ids of actors, and names of those that have no record.

    `state_media`: those of the actors that are media under the control of a state. `anonymous`:
    those of both that vouch for nothing but what somebody unnamed said. `unnamed`: there is none,
    and all that was told came from or through somebody unnamed.
    """

    actors: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    state_media: frozenset[str] = frozenset()
    anonymous: frozenset[str] = frozenset()
    unnamed: bool = False

    def __len__(self) -> int:
        return len(self.actors) + len(self.names)

    @property
    def all(self) -> list[str]:
        """Ids and names, in order."""
        return sorted(self.actors | self.names)

    @property
    def state_media_only(self) -> bool:
        """There are some, and all are media under the control of a state."""
        return bool(self.actors) and self.state_media == self.actors and not self.names


def find_origins(fact: Sourced, dossier: Dossier) -> Origins:
    """The origins of a statement, an office, a relation, a participant or a version."""
    return _gather(_told_of(fact), dossier)


def find_field_origins(record: Identified, field: str, dossier: Dossier) -> Origins:
    """The origins of one value of a record: of its own sources that support the field.

    Where none names the field, those that name no field; where there is none of these either, the
    record's.
    """
    sources: list[Source] = getattr(record, "sources", [])
    own = [each for each in sources if field in each.supports]
    own = own or [each for each in sources if not each.supports]
    found = _gather([(source, []) for source in own], dossier)
    return found if own else find_record_origins(record, dossier)


def find_record_origins(record: Identified, dossier: Dossier) -> Origins:
    """The origins of a record: of its own sources; of an event, its participants' and statements'.

    Those of an article, which is a source itself, are none.
    """
    if isinstance(record, Event) and dossier.get(record.id) is record:
        # each pair of its participants asks
        make = partial(_of_record, record, dossier)
        found: Origins = dossier.memo.get(("origins", record.id), make)
        return found
    return _of_record(record, dossier)


def _of_record(record: Identified, dossier: Dossier) -> Origins:
    told: list[Told] = [(source, []) for source in getattr(record, "sources", [])]
    if isinstance(record, Event):
        told += [each for fact in record.participants for each in _told_of(fact)]
        told += [each for fact in record.statements for each in _told_of(fact)]
    return _gather(told, dossier)


def _told_of(fact: Sourced) -> list[Told]:
    speakers = fact.speakers if isinstance(fact, Statement) else []
    return [(source, speakers) for source in fact.sources]


def _gather(told: list[Told], dossier: Dossier) -> Origins:
    actors: set[str] = set()
    names: dict[str, str] = {}
    named: set[str] = set()
    seen: set[str] = set()
    unnamed: list[bool] = []
    while told:
        source, speakers = told.pop()
        if source.against:
            continue
        if source.statement is None:
            unnamed.append(_is_unnamed(source, speakers, dossier))
            for party in _vouching(source, speakers, dossier):
                if actor := _actor_of(party, dossier):
                    actors.add(actor)
                    named |= set() if unnamed[-1] else {actor}
                elif party.name:
                    name = names.setdefault(party.name.casefold(), party.name)
                    named |= set() if unnamed[-1] else {name}
        elif source.statement not in seen:
            seen.add(source.statement)
            cited = dossier.statement(source.statement.record, source.statement.statement)
            told += _told_of(cited) if cited else []
    controlled = {id for id in actors if dossier.actors[id].is_state_medium}
    every = actors | set(names.values())
    return Origins(
        frozenset(actors),
        frozenset(names.values()),
        frozenset(controlled),
        frozenset(every - named),
        not every and bool(unnamed) and all(unnamed),
    )


def _is_unnamed(source: Source, speakers: list[PartyValue], dossier: Dossier) -> bool:
    """Whether nobody who said it is named, or it came through somebody known by a description."""
    told_by = [each for each in speakers if not each.is_outlet]
    if told_by and not any(each.actor or each.on_behalf_of for each in told_by):
        return len(told_by) == len(speakers)
    relay = next((each for each in source.relays if _kind(each, dossier) != "person"), None)
    return relay is not None and _actor_of(relay, dossier) is None


def origin_of(article: Article, dossier: Dossier) -> str | None:
    """The outlet for which an article was first written; None where that is unknown."""
    outlet = _outlet(article, dossier)
    return outlet if outlet in dossier.actors else None


def vouchers_of(source: Source, speakers: list[PartyValue], dossier: Dossier) -> set[str]:
    """The origins that one source gives, which cites no statement: ids of actors, and names."""
    found = set()
    for party in _vouching(source, speakers, dossier):
        known = _actor_of(party, dossier)
        if known or party.name:
            found.add(known or (party.name or "").casefold())
    return found


def _vouching(source: Source, speakers: list[PartyValue], dossier: Dossier) -> list[PartyValue]:
    """The first of the chain that can vouch for what the source tells."""
    agencies = [party for party in speakers if _kind(party, dossier) == "media"]
    if speakers and agencies == speakers:
        return agencies
    relay = next((each for each in source.relays if _kind(each, dossier) != "person"), None)
    if relay:
        return [relay] if _actor_of(relay, dossier) else []
    if source.document:
        return [source.document.publisher] if source.document.publisher else []
    outlet = _outlet(dossier.articles.get(source.article or ""), dossier)
    return [_as_party(outlet)] if outlet else []


@lru_cache(maxsize=4096)
def _as_party(actor: str) -> PartyValue:
    """Made once: most sources are of a few outlets."""
    return PartyValue.model_construct(actor=ActorId(actor))


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


def _actor_of(party: PartyValue, dossier: Dossier) -> str | None:
    """The actor that a party is, also where it is written by a name that has a record."""
    if party.actor:
        return party.actor if party.actor in dossier.actors else None
    return dossier.actors_by_name.get((party.name or "").casefold())


def _kind(party: PartyValue, dossier: Dossier) -> str:
    actor = _actor_of(party, dossier)
    return dossier.actors[actor].kind if actor else ""
