"""Which texts may name one of some records: far quicker than to read them all for names."""

from collections.abc import Set

from mkdocs_dossier.languages.name_grammar import NameGrammar, name_grammar
from mkdocs_dossier.names.automaton import Automaton
from mkdocs_dossier.names.folding import Folded
from mkdocs_dossier.names.forms import list_forms
from mkdocs_dossier.names.reader import Reader


class Seeker:
    """Looks for some records of a dossier."""

    def __init__(self, reader: Reader, records: Set[str]) -> None:
        self._records = records
        self._language = reader.dossier.language
        self._bearers = [  # a capital may be named for its government
            each
            for each in reader.bearers
            if each.record in records or each.government_of in records
        ]
        self._automata: dict[NameGrammar, Automaton] = {}

    def list_possible(self, text: str, language: str | None = None) -> set[str]:
        """Those that a text in a language, else in the dossier's, may name; no other is named, but
        by `[[id]]` or where a curator says so.
        """
        found: set[str] = set()
        for form in self._automaton_of(language).list_possible(Folded(text)):
            found.add(form.bearer.record)
            if form.bearer.government_of:
                found.add(form.bearer.government_of)
        return found & self._records

    def _automaton_of(self, language: str | None) -> Automaton:
        grammar = name_grammar(language or self._language)
        if grammar not in self._automata:
            self._automata[grammar] = Automaton(list_forms(self._bearers, grammar), grammar)
        return self._automata[grammar]
