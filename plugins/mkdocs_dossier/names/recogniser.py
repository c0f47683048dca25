"""Which records a text names, and where."""

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.acronyms import find_acronyms
from mkdocs_dossier.names.automaton import Automaton
from mkdocs_dossier.names.bearer import Bearer, Doubt, Mention
from mkdocs_dossier.names.context import Context
from mkdocs_dossier.names.folding import Folded
from mkdocs_dossier.names.forms import list_forms
from mkdocs_dossier.names.given import find_given
from mkdocs_dossier.names.spans import Span, decide, mask


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was found in a text, in order; no two mentions overlap."""

    mentions: list[Mention] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


class Recogniser:
    """Finds the records that texts of one language name. Built once, used for every text.

    `read_before` has what was found in texts, each on the page of a record or of none.
    """

    def __init__(self, bearers: Iterable[Bearer], grammar: NameGrammar) -> None:
        self.grammar = grammar
        self.read_before: dict[tuple[str, str | None], Recognition] = {}
        self.bearers = {bearer.record: bearer for bearer in bearers}
        collecting = gc.isenabled()
        gc.disable()  # what is built stays: looking for garbage in it would double the time
        try:
            self._automaton = Automaton(list_forms(self.bearers.values(), grammar), grammar)
        finally:
            if collecting:
                gc.enable()

    def recognise(
        self,
        text: str,
        masks: Sequence[Span] = (),
        fixed: Mapping[tuple[int, int], str | None] | None = None,
        known: Iterable[str] = (),
    ) -> Recognition:
        """Reads a text from beginning to end.

        `masks` are stretches where nothing is linked. `fixed` gives what the curator has decided,
        by start and end: the id of a record, or None for no link. `known` are the records that the
        reader knows to be meant before the text begins (its title, the page it stands on).
        """
        folded = Folded(text)
        hits = self._automaton.find(folded)
        if acronyms := find_acronyms(folded, hits, self.grammar):
            hits = sorted(hits + acronyms, key=lambda hit: hit[0])
        if given := find_given(folded, hits, self.grammar):
            hits = sorted(hits + given, key=lambda hit: hit[0])
        if fixed:
            hits = decide(hits, folded, fixed, self.bearers)
        hidden: set[int] = set()
        if masks:
            hits, hidden = mask(hits, folded, masks)
        context = Context(folded, self.bearers, self.grammar, known)
        context.read(hits, hidden)
        mentions, doubts = context.mentions, sorted(context.doubts)
        if folded.is_shifted:
            mentions = [
                Mention(*folded.origin(each.start, each.end), each.record, each.how)
                for each in mentions
            ]
            doubts = [Doubt(*folded.origin(each.start, each.end), each.records) for each in doubts]
        return Recognition(mentions, doubts)
