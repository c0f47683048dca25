"""The colour and the pattern of a tie, the same in the graph, in legends and in tables."""

from dataclasses import dataclass

from mkdocs_dossier.index.facts import Fact
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.vocabulary import Vocabulary

DOTS = 4


@dataclass(frozen=True)
class Line:
    """A tone (a colour), and a dash: 0 is an unbroken line, DOTS the line of what is said."""

    tone: str
    dash: int = 0


_DERIVED = {
    "office": Line("body", 1),
    "part": Line("body", 2),
    "event": Line("event"),
    "statement": Line("said", DOTS),
}
"""What is no relation of the vocabulary, by its sort."""


def line_of(words: Vocabulary, type_: str, sort: str) -> Line:
    """The line of all facts of one type (see Fact)."""
    if sort in _DERIVED:
        return _DERIVED[sort]
    known = words.relation_types.get(type_)
    return Line(known.tone, known.dash) if known else Line("other")


def line_of_fact(words: Vocabulary, fact: Fact) -> Line:
    """The line of one fact: a statement has the tone of its act, an event that of its kind."""
    line = line_of(words, fact.type, fact.sort)
    if isinstance(fact.value, Said):
        act = words.acts.get(fact.value.statement.act or "")
        return Line(act.tone, line.dash) if act else line
    return line
