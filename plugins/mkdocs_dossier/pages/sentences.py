"""Sentences that the program makes itself: who says something to whom, and how two are tied.

Words and patterns come from the vocabulary and from the texts of a language; what is put together
here is their order, and what a preposition does to an article.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.model.records import Actor, Office
from mkdocs_dossier.model.vocabulary import Sentence, say
from mkdocs_dossier.views.offices import body_of

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press

_SAY = "say"


@dataclass(frozen=True)
class Announcement:
    """The words between the speakers and the statement: verb, preposition, rest after who hears."""

    verb: str
    to: str
    rest: str


def sentence_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""
    return {
        "announce": lambda statement: announce(press, statement),
        "in_sentence": lambda party: name_in_sentence(press, party),
        "named_in_sentence": lambda id: name_in_sentence(press, PartyValue(actor=id)),
        "contract": lambda word, phrase: contract(press.texts, word, phrase),
        "capitalised": lambda text: text[:1].upper() + text[1:],
        "office_tail": lambda body: office_tail(press, body),
        "tie_noun": lambda type_: tie_noun(press, type_),
    }


def announce(press: Press, statement: Statement) -> Announcement:
    """How a statement is announced, with the verb in the number of its speakers."""
    several = len(statement.speakers) > 1 or any(
        _is_plural(press, party) for party in statement.speakers
    )
    pattern = _pattern(press, statement.act or _SAY, several)
    words = pattern.several if several else pattern.one
    verb, _, rest = words.partition("{to}")
    verb = verb.strip()
    adverb = press.texts("provenance.jointly") if statement.jointly else ""
    if adverb:
        first, _, more = verb.partition(" ")
        verb = " ".join(filter(None, (first, adverb, more)))
    return Announcement(verb, pattern.to, rest.strip())


def name_in_sentence(press: Press, party: PartyValue) -> str:
    """A party as it stands in a sentence: « la Chine », « les analystes », « Wang Huning »."""
    if party.is_outlet:
        return press.texts("provenance.outlet-speaks")
    actor = press.dossier.actors.get(party.actor or "")
    return _with_article(actor) if actor else party.name or party.actor or ""


def contract(texts: Texts, word: str, phrase: str) -> tuple[str, str]:
    """A preposition before a phrase, and the phrase: « à » and « le Japon » are « au », « Japon ».

    Of several words (« sous la conduite de ») the last one changes. An elided one ends in an
    apostrophe; any other is followed by a space.
    """
    if not word:
        return "", phrase
    before, _, last = word.rpartition(" ")
    before = f"{before} " if before else ""
    article, _, rest = phrase.partition(" ")
    key = f"grammar.contracted.{last} {article}"
    if rest and key in texts:
        return f"{before}{texts(key)} ", rest
    key = f"grammar.elided.{last}"
    if key in texts and phrase[:1].lower() in texts("grammar.vowels"):
        return f"{before}{texts(key)}", phrase
    return f"{word} ", phrase


def office_words(press: Press, office: Office, country: str | None = None) -> str:
    """An office with the body that its title does not name, see `body_of`."""
    body = body_of(press.dossier, office, country)
    return office.title + (office_tail(press, body) if body else "")


def office_tail(press: Press, body: str) -> str:
    """What follows an office's title: « de la Russie », or the name of a body in brackets."""
    actor = press.dossier.actors[body]
    if actor.kind != "state" or actor.with_article is None:
        return f" ({actor.name})"
    word, name = contract(press.texts, press.texts("grammar.of"), actor.with_article)
    return f" {word}{name}"


def tie_noun(press: Press, type_: str) -> str:
    """What one relation of a type is called: « alliance », « soutien »."""
    known = press.dossier.vocabulary.relation_types.get(type_)
    return say(known.noun, press.texts.language) if known else type_


def _pattern(press: Press, act: str, several: bool) -> Sentence:
    acts, language = press.dossier.vocabulary.acts, press.texts.language
    known = acts.get(act)
    if known and language in known.sentence:
        return known.sentence[language]
    label = press.term("act", act)
    if several and act != _SAY:  # nobody said how it reads with several
        return _pattern(press, _SAY, several)
    return Sentence(label, label)


def _with_article(actor: Actor) -> str:
    return actor.with_article or actor.name


def _is_plural(press: Press, party: PartyValue) -> bool:
    if party.count and party.count > 1:
        return True
    first = name_in_sentence(press, party).partition(" ")[0].lower()
    return first in press.texts("grammar.plural").split()
