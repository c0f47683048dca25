"""A capital that stands for a government: « Pékin déclare », but « à Pékin »."""

import re
from functools import cache

from mkdocs_dossier.names.french import words

_WORD = re.compile(r"[^\W_][\w'’-]*")
_CLAUSE = re.compile(r"[.!?;:()«»\"“”]|\n\s*\n|,(?= (?:et|mais|ou|car|or) )")
# A few words quoted within a clause do not end it, and may belong to it or not (« il a quitté
# « mercredi » Pyongyang », « il a « quitté » Pyongyang »).
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
_PLACE_AFTER = re.compile(r"\s?(?:\(|,? où\b|,? capitale\b)|\sen (?:\w+ )?\d{4}\b")


def is_figurative(text: str, start: int, end: int) -> bool:
    """Whether the capital's name at these offsets means the state rather than the city.

    Decided by the words before it in its clause. Without a preposition it acts or is acted upon:
    the state. After « à » it is the city, unless something is given or done to it; after « de » the
    state, if what it governs is a government's.
    """
    if _PLACE_AFTER.match(text, end):
        return False
    window = text[max(0, start - 90) : start]
    readings = {_QUOTED.sub(" ", window), _QUOTED.sub(lambda quote: quote[0][1:-1], window)}
    return all(map(_is_figurative_after, readings))


def _is_figurative_after(window: str) -> bool:
    clause = _CLAUSE.split(window)[-1]
    before = [word.casefold() for word in _WORD.findall(clause.replace("'", " ").replace("’", " "))]
    while before and before[-1] in words("when"):
        before.pop()
    if not before:
        return True
    last = before[-1]
    if last in ("et", "ou", "ni"):
        return _joins_figurative(before)
    if last in words("state_before"):
        return True
    if last == "à":
        return any(word.startswith(_given_to()) for word in before[-5:-1])
    if last in ("de", "d"):
        return any(word in words("governing_nouns") for word in before[-4:-1])
    return last not in words("literal_before")


def _joins_figurative(before: list[str]) -> bool:
    """After « et »: as the first of the two names is meant (« à Pékin et Moscou »)."""
    for index, word in enumerate(reversed(before[:-1])):
        if word in words("state_before"):
            return True
        if word in words("literal_before") or word in ("de", "d"):
            return False
        if index == 4:
            break
    return True


@cache
def _given_to() -> tuple[str, ...]:
    return tuple(sorted(words("given_to")))
