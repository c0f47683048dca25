"""A capital that stands for a government: « Pékin déclare », but « à Pékin »."""

import re
from functools import cache

from mkdocs_dossier.languages.name_grammar import NameGrammar

# What follows the place from which a dispatch comes: « SÉOUL, 3 mars (AFP) — ».
_DATELINE = re.compile(r"(?:, [^\n;:—–]{2,30})?(?: ?\([^()\n]{2,30}\))? ?[—–-]{1,2}\s")
_WORD = re.compile(r"[^\W_][\w'’-]*")
# A few words quoted within a clause do not end it, and may belong to it or not (« il a quitté
# « mercredi » Pyongyang », « il a « quitté » Pyongyang »).
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")


def is_figurative(text: str, start: int, end: int, grammar: NameGrammar) -> bool:
    """Whether the capital's name at these offsets means the state rather than the city.

    Decided by the words before it in its clause. Without a preposition it acts or is acted upon:
    the state. After « à » it is the city, unless something is given or done to it; after « de » the
    state, if what it governs is a government's.
    """
    if not grammar.known or grammar.literal_after.match(text, end):
        return False
    begins_line = start == 0 or text[start - 1] in "\n*_"
    if begins_line and text[start:end].isupper() and _DATELINE.match(text, end):
        return False
    window = text[max(0, start - 90) : start]
    readings = {_QUOTED.sub(" ", window), _QUOTED.sub(lambda quote: quote[0][1:-1], window)}
    return all(_is_figurative_after(reading, grammar) for reading in readings)


def _is_figurative_after(window: str, grammar: NameGrammar) -> bool:
    clause = _clause(grammar).split(window)[-1]
    before = [word.casefold() for word in _WORD.findall(clause.replace("'", " ").replace("’", " "))]
    while before and before[-1] in grammar.when:
        before.pop()
    if not before:
        return True
    last = before[-1]
    if last in grammar.joins:
        return _joins_figurative(before, grammar)
    if last in grammar.state_before:
        return True
    if last in grammar.towards:
        return any(word.startswith(_given_to(grammar)) for word in before[-5:-1])
    if last in grammar.belonging:
        return any(word in grammar.governing_nouns for word in before[-4:-1])
    return last not in grammar.literal_before


def _joins_figurative(before: list[str], grammar: NameGrammar) -> bool:
    """After « et »: as the first of the two names is meant (« à Pékin et Moscou »)."""
    for index, word in enumerate(reversed(before[:-1])):
        if word in grammar.state_before:
            return True
        if word in grammar.literal_before or word in grammar.belonging:
            return False
        if index == 4:
            break
    return True


@cache
def _given_to(grammar: NameGrammar) -> tuple[str, ...]:
    return tuple(sorted(grammar.given_to))


@cache
def _clause(grammar: NameGrammar) -> re.Pattern[str]:
    words = "|".join(sorted(grammar.conjunctions)) or "(?!)"
    return re.compile(rf"[.!?;:()«»\"“”„]|\n\s*\n|,(?= (?:{words}) )")
