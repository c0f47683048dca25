"""Who says a statement to whom, as a sentence."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.pages.parts.offices import held_then
from mkdocs_dossier.pages.parts.sources import gather_party
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.sentences import announce, contract, name_in_sentence
from mkdocs_dossier.pages.values.provenance import Announcement, Held, SpokenParty


def gather_announcement(
    scope: Scope, statement: Statement, date: Date | None
) -> Announcement | None:
    """The sentence before a statement, each person with the office held then; None: no speaker."""
    if not statement.speakers:
        return None
    words = announce(scope.site, statement)
    return Announcement(
        tuple(_speak_of(scope, statement.speakers, date, first=True, followed=True)),
        words.verb,
        tuple(_speak_of(scope, statement.to, date, words.to, followed=bool(words.rest))),
        words.rest,
    )


def _speak_of(
    scope: Scope,
    parties: Sequence[PartyValue],
    date: Date | None,
    word: str = "",
    *,
    first: bool = False,
    followed: bool = False,
) -> Iterator[SpokenParty]:
    """Parties in a sentence, each after the preposition that it takes.

    `first`: they begin the sentence; `followed`: something comes after them.
    """
    texts, count = scope.site.texts, len(parties)
    for place, party in enumerate(parties, 1):
        before, name = contract(texts, word, name_in_sentence(scope.site, party))
        if first and place == 1:
            name = name[:1].upper() + name[1:]
        last = place == count
        held = _known_office(scope, party, date)
        apposition = texts("provenance.in-its-own-voice") if party.is_outlet else ""
        if held:
            apposition = held.title
        comma = apposition and (followed or not last)
        part = count - place > 1 or ("," in name and followed and last)
        joint = f" {texts('provenance.and')} " if count - place == 1 else "" if last else " "
        yield SpokenParty(
            before,
            gather_party(scope, party, name),
            apposition,
            held is not None and not held.certain,
            "," if comma or (not apposition and part) else "",
            joint,
        )


def _known_office(scope: Scope, party: PartyValue, date: Date | None) -> Held | None:
    """The first office that a person is known to have held on a day."""
    then = held_then(scope.site, party.actor, date)
    return then.offices[0] if then and then.offices else None
