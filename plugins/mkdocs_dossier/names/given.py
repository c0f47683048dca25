"""Given names that a title makes enough: « Sir Winston », after « Winston Churchill »."""

import re
from collections.abc import Iterable
from functools import cache

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.automaton import Hit
from mkdocs_dossier.names.folding import Folded
from mkdocs_dossier.names.forms import Form


def find_given(text: Folded, hits: list[Hit], grammar: NameGrammar) -> list[Hit]:
    """The given names behind such a title, of those whom the text has named in full before."""
    written = _written(grammar)
    places = list(written.finditer(text.clean)) if written else []
    if not places:
        return []
    taken = {hit[0] for hit in hits}
    return [
        (*place.span(1), tuple(forms))
        for place in places
        if place.start(1) not in taken and (forms := list(_list_forms(place, hits)))
    ]


def _list_forms(place: re.Match[str], hits: list[Hit]) -> Iterable[Form]:
    """A short form of each person with that given name who is named before the place."""
    known: dict[str, Form] = {}
    for start, _, forms in hits:
        form = forms[0]
        parts = form.bearer.name.split()
        if start > place.start():
            break
        if form.bearer.is_person and form.how != "short" and place[1] == parts[0] != parts[-1]:
            known[form.bearer.record] = Form(place[1], form.bearer, "short", single=True)
    return known.values()


@cache
def _written(grammar: NameGrammar) -> re.Pattern[str] | None:
    if not grammar.given_titles:
        return None
    titles = "|".join(sorted(re.escape(each) for each in grammar.given_titles))
    return re.compile(rf"\b(?:(?i:{titles})) ([^\W\d_a-z][\w-]+)(?!\w|[ -][^\W\d_a-z]\w)")
