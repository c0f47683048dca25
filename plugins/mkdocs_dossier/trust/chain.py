"""The speech chain: who says a thing, through whom, and where it was published."""

from typing import Literal

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.provenance import Document, PartyValue, Source, Statement

Role = Literal["speaker", "relay", "original", "outlet", "document"]


@frozen
class Step:
    """One hand through which the words passed.

    A speaker, a relay and the outlet of an original are parties; the last step is the article
    (whose outlet may be unknown) or the document. `own_voice`: it speaks for itself.
    """

    role: Role
    parties: tuple[PartyValue, ...] = ()
    article: Article | None = None
    document: Document | None = None
    own_voice: bool = False


@frozen
class Chain:
    """The steps from the speaker to print, and what a reader should know of them.

    `remarks`, in order: 'anonymous' (nobody is named as speaker), 'self' (an agency speaks of
    itself), 'other-side' (a speaker is quoted by the state media of another country), 'unnamed'
    (a relay is known by a description only).
    """

    steps: tuple[Step, ...]
    remarks: tuple[str, ...] = ()


def trace(source: Source, dossier: Dossier, statement: Statement | None = None) -> Chain:
    """The chain of a source; with its statement, from the speakers on."""
    speakers = tuple(statement.speakers) if statement else ()
    named = tuple(party for party in speakers if not party.is_outlet)
    steps = [Step("speaker", named)] if named else []
    steps += [Step("relay", (party,)) for party in source.relays]
    article = dossier.articles.get(source.article or "")
    if article:
        origin = article.derived_from
        if origin and origin.outlet:
            steps.append(Step("original", (PartyValue(actor=origin.outlet),)))
        elif origin and origin.article in dossier.articles:
            steps.append(Step("original", article=dossier.articles[origin.article]))
        steps.append(Step("outlet", article=article, own_voice=len(named) < len(speakers)))
    elif source.document:
        steps.append(Step("document", document=source.document))
    return Chain(tuple(steps), tuple(_remarks(named, steps, statement, dossier)))


def _remarks(
    speakers: tuple[PartyValue, ...],
    steps: list[Step],
    statement: Statement | None,
    dossier: Dossier,
) -> list[str]:
    found = []
    if speakers and not any(party.actor or party.on_behalf_of for party in speakers):
        found.append("anonymous")
    media = [id for step in steps for id in _media(step, dossier)]
    tellers = {party.actor for party in speakers} if speakers else set(media)
    if any(
        id in tellers and dossier.actors[id].kind == "media" for id in _about(statement, dossier)
    ):
        found.append("self")
    countries = {country for party in speakers if (country := country_of(party, dossier))}
    state_media = {
        dossier.actors[id].country for id in media if dossier.actors[id].control == "state"
    } - {None}
    if countries and state_media and not countries & state_media:
        found.append("other-side")
    if any(party.actor is None for step in steps if step.role == "relay" for party in step.parties):
        found.append("unnamed")
    return found


def _about(statement: Statement | None, dossier: Dossier) -> list[str]:
    return [id for id in statement.about if id in dossier.actors] if statement else []


def _media(step: Step, dossier: Dossier) -> list[str]:
    ids: list[str | None] = [party.actor for party in step.parties if step.role != "speaker"]
    if step.article:
        ids.append(step.article.outlet)
    if step.document and step.document.publisher:
        ids.append(step.document.publisher.actor)
    return [id for id in ids if id and id in dossier.actors and dossier.actors[id].kind == "media"]


def country_of(party: PartyValue, dossier: Dossier) -> str | None:
    """The state that a party is, belongs to or acts for; None where that is unknown."""
    actor = dossier.actors.get(party.actor or party.on_behalf_of or "")
    if actor is None:
        return None
    return actor.id if actor.kind == "state" else actor.country
