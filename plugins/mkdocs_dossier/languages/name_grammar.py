"""What a language knows of names in text: data of its folder, nothing where it has none."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from mkdocs_dossier.languages.words import read_words

Words = frozenset[str]
Pattern = re.Pattern[str]
Pairs = tuple[tuple[str, str], ...]
NONE: Words = frozenset()
NOTHING: Pattern = re.compile(r"(?!)")
_ANY_ELISION = re.compile(r"\b[^\W\d_]{1,5}['’]$")  # l'Italia, dell'Italia


def _read_words(text: str) -> Words:
    return frozenset(text.casefold().split())


def _read_pairs(text: str) -> Pairs:
    """`e=en er=en`: pairs of what is written and what may stand in its place, in order."""
    parts = (each.partition("=") for each in text.split())
    return tuple((one, other) for one, _, other in parts)


_READERS: dict[Any, Callable[[str], Any]] = {
    Words: _read_words,
    Pattern: re.compile,
    Pairs: _read_pairs,
}


@dataclass(frozen=True, eq=False)
class NameGrammar:
    """The word lists and patterns of one language, from `LANGUAGE/words/names.yml`.

    A file gives those that its language needs; a list that it leaves out is empty, a pattern finds
    nothing. Without a file all are so, and only full names and aliases are found: `known` is False.
    Words are compared in lower case. Patterns that judge what stands before a name end in `$`.
    """

    known: bool = False
    function_words: Words = NONE  # small words that may begin a sentence before a name
    articles: Words = NONE  # articles that may belong to a name; one with an apostrophe is elided
    contracted: Words = NONE  # articles fused with a preposition, before a name without its own
    contracted_plural: Words = NONE  # of these, the plural ones, which prove that it is a name
    leading: Words = NONE  # nouns with a capital that are no part of the name after them
    titles: Words = NONE  # words before a person's name that are not part of it
    title_endings: Pattern = NOTHING  # what the last letters of other titles are
    honorifics: Words = NONE  # words that make any name after them a person's
    feminine_honorifics: Words = NONE  # of these, a woman's
    given_titles: Words = NONE  # of the titles, those that a given name may follow alone
    masculine: Pattern = NOTHING  # what before a full name says that he is a man
    feminine: Pattern = NOTHING  # what before a full name says that she is a woman
    he: Words = NONE  # pronouns that mean the man named before
    she: Words = NONE  # pronouns that mean the woman named before
    families: Words = NONE  # words that make a name one for several
    named_after: Words = NONE  # nouns that make another name of the person's name after them
    not_a_place: Words = NONE  # nouns that make something else of the place's name after them
    compass: Words = NONE  # the points of the compass
    compass_places: Words = NONE  # nouns after which such a point is a name
    press: Words = NONE  # nouns before a newspaper's name without its article
    particles: Words = NONE  # small words inside family names
    inner_particles: Words = NONE  # of these, what no form begins with
    fathers: Words = NONE  # of these, what stands before a father's name, which is nobody's own
    commons: Words = NONE  # words in lower case that are family names too
    acts: Pattern = NOTHING  # what after a name says that somebody acts
    bodies: Words = NONE  # common nouns with a capital, for one body among others
    prefixes: Words = NONE  # what may stand before a hyphen in front of a name
    followers: Words = NONE  # what may stand after a hyphen behind a name
    follower: Pattern = NOTHING  # other words that may, by their ending
    pairs: Words = NONE  # nouns before two names that a hyphen joins as equals
    accents: Words = NONE  # letters whose accent makes another word
    ligatures: Pairs = ()  # letters with other ways to be written
    noun_plural: Pairs = ()  # what the first noun of a common name takes in the plural
    last_plural: Pairs = ()  # what the last noun of a common name takes in the plural
    endings: Pairs = ()  # endings of a name's first word that its case changes
    genitive: Pairs = ()  # endings that any name may take
    elision: Pattern = NOTHING  # what with an apostrophe may stand right before a name
    determiner: Pattern = NOTHING  # what before a word in lower case says that it is a noun
    dated: Pattern = NOTHING  # a date before and with a surname that is a month's name too
    depends: Pattern = NOTHING  # prepositions that make a name depend on the words before it
    of: Pattern = NOTHING  # a noun, as group 1, that governs the name by a genitive
    of_words: Words = NONE  # the words by which such a genitive may end
    state_name: Pattern = NOTHING  # the beginning of the full name of a state
    institution: Pattern = NOTHING  # a name, as group 1, that goes on to the one judged
    genitive_after: Pattern = NOTHING  # a genitive after a name that makes it longer
    verb_first: Pattern = NOTHING  # a first word of a sentence that is no name, by its ending
    before_place: Words = NONE  # words that stand before a place and never before a person
    adjective: Pattern = NOTHING  # a name that is an adjective too, and qualifies a noun after it
    qualifying: Words = NONE  # `yes` where an acronym qualifies the noun after it
    predicates: Words = NONE  # small words after a name that acts, or by which a sentence goes on
    capital_nouns: Words = NONE  # `yes` where all nouns have a capital
    conjunctions: Words = NONE  # what begins a new clause after a comma
    joins: Words = NONE  # words that join two names: and, or
    when: Words = NONE  # what may stand between a verb and its object
    towards: Words = NONE  # prepositions of direction and of giving: to
    given_to: Words = NONE  # stems of what is given or done to somebody
    belonging: Words = NONE  # prepositions of belonging and origin: of, from
    governing_nouns: Words = NONE  # what a government has, and a city has not
    state_before: Words = NONE  # words before a capital that stands for the government
    literal_before: Words = NONE  # words before a capital that is the city itself
    literal_after: Pattern = NOTHING  # what follows a capital that is the city itself

    @property
    def has_capital_nouns(self) -> bool:
        """Whether a capital says nothing of a word but that it is a noun."""
        return bool(self.capital_nouns)


def name_grammar(language: str) -> NameGrammar:
    """The grammar of a language tag (`fr`, `fr-CA`); one and the same for all without a folder.

    Raises KeyError for a list of the folder that nobody knows.
    """
    code = language.split("-")[0].lower()
    return _read_grammar(code) if read_words(code, "names") else _NEUTRAL


@cache
def _read_grammar(code: str) -> NameGrammar:
    given: Mapping[str, str] = read_words(code, "names")
    kinds = {each.name: each.type for each in fields(NameGrammar)}
    return NameGrammar(
        known=True, **{name: _READERS[kinds[name]](text) for name, text in given.items()}
    )


_NEUTRAL = NameGrammar(elision=_ANY_ELISION)
