"""What titles, « M. » and « Mme » say about who is meant."""

from collections.abc import Sequence

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.forms import Form
from mkdocs_dossier.names.neighbours import word_before


def contradicts_sex(text: str, start: int, named: int, grammar: NameGrammar) -> bool:
    """Whether « Mme » before a short name excludes whom the text named at `named`, or « M. » so.

    The only evidence is what stands before the full name: « le président Emmanuel Macron ».
    """
    before = word_before(text, start).casefold()
    if before not in grammar.honorifics or named < 0:
        return False
    window = max(0, named - 60)
    masculine = grammar.masculine.search(text, window, named) is not None
    feminine = grammar.feminine.search(text, window, named) is not None
    if masculine == feminine:
        return False
    return masculine == (before in grammar.feminine_honorifics)


def is_titled(text: str, start: int, forms: Sequence[Form], grammar: NameGrammar) -> bool:
    """Whether a title tells that a person is meant whose short name nobody else bears."""
    title = word_before(text, start).casefold()
    return (
        (title in grammar.titles or f"{title}." in grammar.titles)
        and forms[0].bearer.is_person
        and len({form.bearer.record for form in forms}) == 1
    )
