"""How strongly a statement speaks, held against its evidence."""

from collections.abc import Iterable, Iterator

from mkdocs_dossier.trust.fit.compare import Misfit
from mkdocs_dossier.trust.fit.evidence import Evidence
from mkdocs_dossier.trust.fit.grammar import Grammar
from mkdocs_dossier.trust.fit.words import split_words, straighten


def compare_strength(text: str, act: str, evidence: Evidence) -> Iterator[Misfit]:
    """A verb that binds its speaker more than that of the text, or its opposite."""
    grammar = evidence.grammars[0]
    text = straighten(text)
    sides = [each.sentence for each in evidence.passages]
    for rung, (_, strong) in enumerate(grammar.ladders):
        found = strong.search(text) or strong.search(act)
        if found and all(_is_weaker(each, rung, evidence.grammars) for each in sides):
            yield Misfit("stronger", found.group(), evidence.passages[0])
    words = split_words(text)
    said = _joined(words)
    known = _joined(evidence.words)
    around = [_joined(split_words(each.clause)) for each in evidence.passages]
    for one, other in grammar.opposites:
        for stem, opposite in ((f" {one}", f" {other}"), (f" {other}", f" {one}")):
            if stem not in said or opposite in said or stem in known:
                continue
            if all(opposite in each for each in around):
                word = next(each for each in words if each.startswith(stem[1:]))
                yield Misfit("opposite", word, evidence.passages[0])


def _joined(words: Iterable[str]) -> str:
    """Words with a space before each, so that ` stem` finds those that begin with it."""
    return f" {' '.join(words)}"


def _is_weaker(sentence: str, rung: int, grammars: tuple[Grammar, ...]) -> bool:
    ladders = [each.ladders[rung] for each in grammars if each.ladders]
    return any(weak.search(sentence) for weak, _ in ladders) and not any(
        strong.search(sentence) for _, strong in ladders
    )
