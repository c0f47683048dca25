"""Acronyms that a text introduces itself: « Organisation mondiale de la Santé (OMS) »."""

import re

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.automaton import Hit
from mkdocs_dossier.names.folding import Folded, encode, fold
from mkdocs_dossier.names.forms import Form

_INTRODUCED = re.compile(r" \(([A-ZÀ-Ý]{2,10})\)")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = ord("(")


def find_acronyms(text: Folded, hits: list[Hit], grammar: NameGrammar) -> list[Hit]:
    """What the acronyms introduced after a name name in the rest of the text.

    An acronym must hold the initials of the name before it in their order: « Pyongyang (AFP) » says
    who reports, not what Pyongyang is called.
    """
    raw = text.raw
    found: list[Hit] = []
    known: set[tuple[str, str]] = set()
    taken = {hit[0] for hit in hits}
    for start, end, forms in [hit for hit in hits if raw[hit[1] + 1] == _OPENING]:
        if forms[0].how == "short" or forms[0].bearer.is_person:
            continue
        introduced = _INTRODUCED.match(text.clean, end)
        if introduced is None or (introduced[1], forms[0].bearer.record) in known:
            continue
        if _abbreviates(introduced[1], text.clean[start:end], grammar):
            known.add((introduced[1], forms[0].bearer.record))
            form = Form(introduced[1], forms[0].bearer, "short", single=True)
            written = re.compile(rf"(?<![\w-]){introduced[1]}(?![\w-])")
            places = [place.span() for place in written.finditer(text.clean, end)]
            found += [(*place, (form,)) for place in places if place[0] not in taken]
            taken.update(place[0] for place in places)
    return found


def _abbreviates(acronym: str, name: str, grammar: NameGrammar) -> bool:
    content = [
        word for word in _WORD.findall(name) if word.casefold() not in grammar.function_words
    ]
    initials = [fold(encode(word[0])) for word in content]
    letters = [fold(encode(letter)) for letter in acronym]
    if len(initials) < 2 or letters[0] != initials[0]:
        return False
    rest = iter(letters)
    return all(initial in rest for initial in initials)
