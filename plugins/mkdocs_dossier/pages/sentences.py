"""Sentences that the program makes itself: who says something to whom, and how two are tied.

Words and patterns come from the vocabulary and from the texts of a language; what is put together
here is their order, and what a preposition does to an article.
"""

from mkdocs_dossier.index.offices import body_of
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.model.records import Actor, Office
from mkdocs_dossier.model.vocabulary import Sentence, say
from mkdocs_dossier.pages.scope import Site

_SAY = "say"


@frozen
class Announcement:
    """The words between the speakers and the statement: verb, preposition, rest after who hears."""

    verb: str
    to: str
    rest: str


def announce(site: Site, statement: Statement) -> Announcement:
    """How a statement is announced, with the verb in the number of its speakers."""
    several = len(statement.speakers) > 1 or any(
        _is_plural(site, party) for party in statement.speakers
    )
    pattern = _pattern(site, statement.act or _SAY, several)
    words = pattern.several if several else pattern.one
    verb, _, rest = words.partition("{to}")
    verb = verb.strip()
    act = site.dossier.vocabulary.acts.get(statement.act or _SAY)
    together = statement.jointly and not (act and act.mutual and several)
    if together:
        first, _, more = verb.partition(" ")
        verb = site.texts("provenance.jointly", first=first, rest=more).strip()
    return Announcement(verb, pattern.to, rest.strip())


def name_in_sentence(site: Site, party: PartyValue) -> str:
    """A party as it stands in a sentence: « la Chine », « les analystes », « Wang Huning »."""
    if party.is_outlet:
        return site.texts("provenance.outlet-speaks")
    actor = site.dossier.actors.get(party.actor or "")
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


def office_words(
    site: Site, office: Office, country: str | None = None, here: str | None = None
) -> str:
    """An office with the body that its title does not name, see `body_of`.

    `here`: what the page is about, which need not be told.
    """
    body = body_of(site.dossier, office, country)
    return office.title + (office_tail(site, body) if body and body != here else "")


def office_tail(site: Site, body: str) -> str:
    """What follows an office's title: « de la Russie », or the name of a body in brackets."""
    actor = site.dossier.actors[body]
    if actor.kind != "state" or actor.with_article is None:
        return f" ({actor.name})"
    word, name = contract(site.texts, site.texts("grammar.of"), actor.with_article)
    return f" {word}{name}"


def tie_noun(site: Site, type_: str) -> str:
    """What one relation of a type is called: « alliance », « soutien »."""
    known = site.dossier.vocabulary.relation_types.get(type_)
    return say(known.noun, site.texts.language) if known else type_


def _pattern(site: Site, act: str, several: bool) -> Sentence:
    acts, language = site.dossier.vocabulary.acts, site.texts.language
    known = acts.get(act)
    for spoken in (language, site.texts.spoken):
        if known and spoken in known.sentence:
            return known.sentence[spoken]
    label = site.term("act", act)
    if several and act != _SAY:  # nobody said how it reads with several
        return _pattern(site, _SAY, several)
    return Sentence(label, label)


def _with_article(actor: Actor) -> str:
    return actor.with_article or actor.name


def _is_plural(site: Site, party: PartyValue) -> bool:
    if party.count and party.count > 1:
        return True
    first = name_in_sentence(site, party).partition(" ")[0].lower()
    return first in site.texts("grammar.plural").split()
