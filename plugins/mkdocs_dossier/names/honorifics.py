"""What titles, « M. » and « Mme », and pronouns say about who is meant."""

import re
from collections.abc import Sequence

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.forms import Form
from mkdocs_dossier.names.neighbours import word_before

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…;]\s|\n")
_WINDOW = 60  # characters before a name and after it


class Sexes:
    """Who of those that a text names is a woman, as far as the text tells."""

    def __init__(self, text: str, grammar: NameGrammar) -> None:
        self._text = text
        self._grammar = grammar
        self._told: dict[str, bool] = {}

    def note(self, record: str, start: int) -> None:
        """Keeps what the title before the short name of a record tells."""
        title = self._read_title(start)
        if title is not None:
            self._told[record] = title

    def contradict(self, record: str, named: int, start: int) -> bool:
        """Whether the title before a short name (« Mme ») excludes whom the text named in full at
        `named`; below 0: nowhere.
        """
        title = self._read_title(start)
        if title is None or named < 0:
            return False
        told = self._told.get(record)
        sex = self._find(named) if told is None else told
        return sex is not None and sex != title

    def _read_title(self, start: int) -> bool | None:
        """Whether the title before an offset is a woman's; None: it has none that tells."""
        before = word_before(self._text, start).casefold()
        grammar = self._grammar
        return before in grammar.feminine_honorifics if before in grammar.honorifics else None

    def _find(self, start: int) -> bool | None:
        """What stands before a full name (« le président Emmanuel Macron ») tells, or the first
        pronoun after it in its sentence, if it is near.
        """
        text, grammar = self._text, self._grammar
        window = max(0, start - _WINDOW)
        masculine = grammar.masculine.search(text, window, start) is not None
        feminine = grammar.feminine.search(text, window, start) is not None
        if masculine != feminine:
            return feminine
        if not grammar.she:
            return None
        for word in _WORD.finditer(text, start, start + _WINDOW):
            if _SENTENCE_END.search(text, start, word.start()):
                return None
            plain = word[0].casefold()
            if plain in grammar.she or plain in grammar.he:
                return plain in grammar.she
        return None


def is_titled(text: str, start: int, forms: Sequence[Form], grammar: NameGrammar) -> bool:
    """Whether a title tells that a person is meant whose short name nobody else bears."""
    title = word_before(text, start).casefold()
    return (
        (title in grammar.titles or f"{title}." in grammar.titles)
        and forms[0].bearer.is_person
        and len({form.bearer.record for form in forms}) == 1
    )
