"""Sentences that another full text holds already: a text that repeats another is no new origin."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from mkdocs_dossier.curate.press.reported import split_sentences
from mkdocs_dossier.model.quotes import fold

WORDS = 8
ALIKE = 90
_LONGEST = 2_000


@dataclass(frozen=True)
class Echo:
    """A sentence, on which line it stands, and the text that has it too (how alike, of 100)."""

    line: int
    sentence: str
    other: str
    alike: int


def find_echoes(text: str, others: Mapping[str, str]) -> tuple[list[Echo], int]:
    """The sentences that stand in other texts, by their name, and how many were looked up."""
    known: list[tuple[str, str]] = []
    for name in sorted(others):
        for each in split_sentences(others[name]):
            if len(each.text.split()) >= WORDS and len(each.text) < _LONGEST:
                known.append((fold(each.text), name))
    forms = [form for form, _ in known]
    exact = dict(reversed(known))
    echoes: list[Echo] = []
    count = 0
    for sentence in split_sentences(text):
        if len(sentence.text.split()) < WORDS or len(sentence.text) >= _LONGEST:
            continue
        count += 1
        line = text.count("\n", 0, sentence.start) + 1
        form = fold(sentence.text)
        if form in exact:
            echoes.append(Echo(line, sentence.text, exact[form], 100))
            continue
        near = process.extractOne(form, forms, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if near:
            echoes.append(Echo(line, sentence.text, known[near[2]][1], int(near[1])))
    return echoes, count
