"""Names that nobody has a page for, and that hide a known one: Kim Yo-jong, Chine Nouvelle."""

import re

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.forms import Form

_SPACES = " \u00a0\u202f"
_MARKS = re.compile(r"[()«»\"“”,;:]")
_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_][\w'’.-]*)")
_AFTER_PARTICLE = re.compile(r"[ \u00a0](?:von|van|ben|bin|ibn|al|el|ould|da|dos|di|der)[ -]\w")
_SENTENCE_END = re.compile(r"(?:^|[.!?…:;•\n]|[.!?…]\s?[»\"”)])[\s«»\"“”‘'(–—\-*_>]*$")
_POSSESSIVE = re.compile(r"['’]s\b")
_HEADLINE = 120  # characters looked at on each side
_LONGEST = 8  # words of a name; a text in capitals is none


def word_before(text: str, start: int) -> str:
    """The word before an offset on the same line, "" if something else stands there."""
    before = text[max(0, start - 40) : start - 1] if start else ""
    if not before or text[start - 1] not in _SPACES or before[-1].isspace():
        return ""
    word: str = _MARKS.split(before.split()[-1])[-1]
    return word.rpartition("'")[2].rpartition("’")[2]


def word_after(text: str, end: int) -> str:
    """The word after an offset on the same line, "" if something else stands there."""
    found = _AFTER.match(text, end)
    return found[1] if found else ""


def starts_sentence(text: str, start: int) -> bool:
    """Whether what stands at an offset begins a sentence, a line or a quotation."""
    return _SENTENCE_END.search(text, max(0, start - 12), start) is not None


def is_continued(text: str, end: int, form: Form, grammar: NameGrammar, preposition: bool) -> bool:
    """Whether a longer, unknown name goes on after a known one.

    `preposition` says that the name depends on the words before it: then two capitalised words
    are a person with that office (« le maire de Nice Christian Estrosi »).
    """
    after = word_after(text, end)
    bearer = form.bearer
    single = " " not in form.text
    if not after:
        return False
    if after[0].isupper():
        if _is_in_capitals(text, end, after):
            return False
        if after.rstrip(".").casefold() in grammar.titles:
            return False
        if bearer.is_person and grammar.has_capital_nouns:
            return form.text == bearer.name.split()[0]  # what follows is a noun, or the given name
        if bearer.is_person:
            return True
        if grammar.has_capital_nouns:
            return False
        if not single:  # "the United Nations Security Council", but "the Suez Canal Company"
            return bearer.section == "place" and after.rstrip(".").casefold() in grammar.bodies
        second = word_after(text, end + 1 + len(after))
        person_follows = bool(second) and second[0].isupper() and not after.isupper()
        if form.text.isupper():
            return after.isupper() or not (person_follows or grammar.qualifying)
        return not (person_follows and preposition)
    if bearer.is_person and single:
        return _AFTER_PARTICLE.match(text, end) is not None
    if form.how == "short":
        return grammar.genitive_after.match(text, end) is not None
    return False


def is_preceded(text: str, start: int, form: Form, grammar: NameGrammar) -> bool:
    """Whether a longer, unknown name begins before a known one (Dmitri Poutine, Air France)."""
    before = word_before(text, start)
    bearer = form.bearer
    if not before or not before[0].isupper():
        return False
    own = bearer.is_person and form.how == "short"  # a family name, of one word or several
    if not own and (" " in form.text or "-" in form.text):
        return False
    if before[-1] in "?!…" or _is_in_capitals(text, start, before):
        return False
    plain = before.rstrip(".").casefold()
    if plain in grammar.titles:
        return False
    if before.endswith("."):
        return len(before) == 2  # an initial, though « A. » is a word too
    if plain in grammar.function_words:
        return False
    if grammar.has_capital_nouns and _is_noun(text, start, before, form, grammar):
        return False
    at = start - 1 - len(before)
    if starts_sentence(text, at) and (not grammar.known or grammar.verb_first.match(before)):
        return False
    if before.isupper() and len(before) > 1:
        # an acronym: a party before its member (LR Fillon), or a club's first half (HBC Nantes)
        return not bearer.is_person
    return True


def _is_in_capitals(text: str, at: int, neighbour: str) -> bool:
    """Whether an offset stands in a line of capitals, where those of a neighbour prove nothing."""
    if len(neighbour) < 2 or not neighbour.isupper():
        return False
    before = text[max(0, at - _HEADLINE) : at].rpartition("\n")[2]
    after = text[at : at + _HEADLINE].partition("\n")[0]
    line = _POSSESSIVE.sub("", before + after)
    return line.isupper() and len(line.split()) > 2


def _is_noun(text: str, start: int, before: str, form: Form, grammar: NameGrammar) -> bool:
    """Whether the capitalised word before a name is a common noun (die Regierung Merkel)."""
    if not form.bearer.is_person or grammar.title_endings.search(before):
        return True
    at = start - 1 - len(before)
    if starts_sentence(text, at):
        return False
    earlier = word_before(text, at)
    return earlier[:1].islower() or earlier.casefold() in grammar.function_words


def capitals_before(text: str, start: int) -> list[str]:
    """The capitalised words and initials directly before an offset, in order: those of a name."""
    found: list[str] = []
    while len(found) < _LONGEST and (before := word_before(text, start)) and before[0].isupper():
        if before.endswith(".") and len(before) > 2:
            break
        found.insert(0, before)
        start -= 1 + len(before)
    return found
