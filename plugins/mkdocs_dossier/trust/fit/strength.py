"""How strongly a statement speaks, held against its evidence."""

from collections.abc import Iterator
from functools import lru_cache

from mkdocs_dossier.trust.fit.compare import Misfit
from mkdocs_dossier.trust.fit.evidence import Evidence
from mkdocs_dossier.trust.fit.grammar import Grammar
from mkdocs_dossier.trust.fit.words import split_words, straighten, words_of


def compare_strength(text: str, act: str, evidence: Evidence) -> Iterator[Misfit]:
    """A verb that binds its speaker more than that of the text, or its opposite."""
    grammar = evidence.grammars[0]
    text = straighten(text)
    sides = [each.sentence for each in evidence.passages]
    for rung, (_, strong) in enumerate(grammar.ladders):
        found = strong.search(text) or strong.search(act)
        if found and all(_is_weaker(each, rung, evidence.grammars) for each in sides):
            yield Misfit("stronger", found.group(), evidence.passages[0])
    said = words_of(text).joined
    for stem, opposite in _list_stems(grammar):
        if stem not in said or opposite in said:
            continue
        if any(stem in each.joined for each in evidence.words):
            continue
        if all(opposite in words_of(each.clause).joined for each in evidence.passages):
            word = next(each for each in split_words(text) if each.startswith(stem[1:]))
            yield Misfit("opposite", word, evidence.passages[0])


@lru_cache
def _list_stems(grammar: Grammar) -> list[tuple[str, str]]:
    """Stems with their opposites, both ways, with a space before each."""
    pairs = [(f" {one}", f" {other}") for one, other in grammar.opposites]
    return [each for pair in pairs for each in (pair, pair[::-1])]


def _is_weaker(sentence: str, rung: int, grammars: tuple[Grammar, ...]) -> bool:
    ladders = [each.ladders[rung] for each in grammars if each.ladders]
    return any(weak.search(sentence) for weak, _ in ladders) and not any(
        strong.search(sentence) for _, strong in ladders
    )
