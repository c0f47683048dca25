"""All names in one pass: overlapping matches, then word boundaries, then the longest.

Choosing the longest before looking at boundaries would lose names (« Paris Match » in
« Paris Matches » hides « Paris »).
"""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.boundaries import (
    CLASSES,
    HYPHEN,
    SPACED,
    WORD,
    begins_name,
    ends_name,
    is_followed,
)
from mkdocs_dossier.names.folding import FOREIGN_BYTE, Folded, encode, fold
from mkdocs_dossier.names.forms import Form, respell
from mkdocs_dossier.names.spelling import fits

Hit = tuple[int, int, tuple[Form, ...]]
"""Where in a folded text's `clean` which forms stand: start, end, forms."""


_SEPARATOR = "\x1e"
_CLAUSE = re.compile(r"[,;:.!?()\n]")
_SHORT = 3


class Automaton:
    """Finds forms in texts. Built once for all records.

    Folded, the shortest forms would be found inside every other word; so they are searched in the
    text as written, in the few ways of writing them.
    """

    def __init__(self, forms: Iterable[Form], grammar: NameGrammar) -> None:
        self._grammar = grammar
        latin: dict[bytes, list[Form]] = {}
        short: dict[bytes, list[Form]] = {}
        foreign: dict[str, list[Form]] = {}
        spelled = [
            (" ".join(spelling.split()), form)
            for form in forms
            for spelling in respell(form.text, grammar)
        ]
        # folded all at once: that is much quicker than one by one
        joined = _SEPARATOR.join(spelling.replace(_SEPARATOR, " ") for spelling, _ in spelled)
        folded = fold(encode(joined)).split(_SEPARATOR.encode()) if spelled else []
        for low, (spelling, form) in zip(folded, spelled, strict=True):
            if FOREIGN_BYTE in low:
                if written := Folded(spelling).clean.lower():  # nothing of it may be visible
                    foreign.setdefault(written, []).append(form)
            elif len(low) <= _SHORT and low.isalnum():
                if len(low) > 1:
                    for way in _ways_to_write(low, form.text):
                        short.setdefault(way, []).append(form)
            elif len(low.strip(b"'. ")) > 1:  # an initial names nobody
                latin.setdefault(low, []).append(form)
        self._latin, self._short = _build(latin), _build(short)
        latin.update(short)
        self._forms = latin
        self._foreign = AhoCorasick(list(foreign)), list(foreign.values())
        self._fitting: dict[bytes, tuple[Form, ...]] = {}

    def find(self, text: Folded) -> list[Hit]:
        """The longest names of a text, in order, none overlapping."""
        hits: list[Hit] = []
        hyphened: list[Hit] = []
        self._find_latin(text, text.low, self._latin, hits, hyphened)
        self._find_latin(text, text.raw, self._short, hits, hyphened)
        if FOREIGN_BYTE in text.raw:
            self._find_foreign(text, hits)
        if hyphened:
            hits += _keep_pairs(hyphened, hits, text.clean, self._grammar)
        return _choose_longest(hits)

    def list_possible(self, text: Folded) -> Iterator[Form]:
        """The forms of which something like it stands in a text: those of `find`, and more."""
        for automaton, searched in ((self._latin, text.low), (self._short, text.raw)):
            spaced = b" " + searched.translate(SPACED)
            for _, start, end in automaton.find_matches_as_indexes(spaced, overlapping=True):
                yield from self._forms.get(searched[start : end - 1], ())
        if FOREIGN_BYTE in text.raw:
            for index, _, _ in self._match_foreign(text):
                yield from self._foreign[1][index]

    def _find_latin(
        self,
        text: Folded,
        searched: bytes,
        automaton: BytesAhoCorasick,
        hits: list[Hit],
        hyphened: list[Hit],
    ) -> None:
        raw, clean, classes, fitting = text.raw, text.clean, CLASSES, self._fitting
        grammar = self._grammar
        spaced = b" " + searched.translate(SPACED)
        # the space before a form stands where the form stands in the text itself
        for _, start, end in automaton.find_matches_as_indexes(spaced, overlapping=True):
            end -= 1
            if end >= len(raw):  # the marks at a name's end met the end of the text
                continue
            right = classes[raw[end]]
            if right == WORD:
                continue
            written = raw[start:end]
            forms = fitting.get(written)
            if forms is None:
                found = self._forms.get(searched[start:end], ())
                forms = fitting[written] = _select(found, clean[start:end], grammar)
            if not forms:
                continue
            left = classes[raw[start - 1]]
            if left == HYPHEN or right == HYPHEN:
                hyphened.append((start, end, forms))
            elif (not left or begins_name(clean, start, grammar)) and (
                not right or ends_name(clean, end)
            ):
                hits.append((start, end, forms))

    def _find_foreign(self, text: Folded, hits: list[Hit]) -> None:
        groups = self._foreign[1]
        for index, start, end in self._match_foreign(text):
            if begins_name(text.clean, start, self._grammar) and ends_name(text.clean, end):
                hits.append((start, end, tuple(groups[index])))

    def _match_foreign(self, text: Folded) -> list[tuple[int, int, int]]:
        folded = text.clean.lower()
        if len(folded) != len(text.clean):
            folded = "".join(char if len(char.lower()) > 1 else char.lower() for char in text.clean)
        return self._foreign[0].find_matches_as_indexes(folded, overlapping=True)


def _build(forms: Iterable[bytes]) -> BytesAhoCorasick:
    """Finds forms at the beginning of words; sorted, it is built in half the time."""
    return BytesAhoCorasick(sorted({b" " + form.translate(SPACED) for form in forms}))


def _ways_to_write(low: bytes, form: str) -> set[bytes]:
    """A short form as it is, capitalised and in capitals, with accents and without."""
    return {encode(form), encode(form.upper()), low.capitalize(), low.upper()}


def _select(forms: Iterable[Form], surface: str, grammar: NameGrammar) -> tuple[Form, ...]:
    """Of the forms that what is written can mean, the best one of each bearer."""
    best: dict[str, Form] = {}
    rank = ["explicit", "never", "name", "alias", "short"]
    for form in sorted(forms, key=lambda each: (rank.index(each.how), each.text != surface)):
        if fits(form.text, surface, grammar):
            best.setdefault(form.bearer.record, form)
    return tuple(best.values())


def _keep_pairs(hyphened: list[Hit], free: list[Hit], text: str, grammar: NameGrammar) -> list[Hit]:
    """Of the names that touch a hyphen, those whose other side is a name too (Chine-Russie)."""
    both = hyphened + free
    starts, ends = {start for start, _, _ in both}, {end for _, end, _ in both}
    return [
        (start, end, forms)
        for start, end, forms in hyphened
        if (
            begins_name(text, start, grammar)
            or (start - 1 in ends and _pairs(text, start, forms, grammar))
        )
        and (
            ends_name(text, end)
            or is_followed(text, end, grammar)
            or (end + 1 in starts and _pairs(text, start, forms, grammar))
        )
    ]


def _pairs(text: str, start: int, forms: tuple[Form, ...], grammar: NameGrammar) -> bool:
    """Whether a hyphen joins the name as an equal; Cesson-Rennes is a club, not two cities."""
    bearer = forms[0].bearer
    if bearer.is_person or bearer.kind == "state":
        return True
    clause = _CLAUSE.split(text[max(0, start - 80) : start])[-1]
    before = clause.casefold().replace("'", " ").replace("’", " ")
    nouns = before.rpartition(" ")[0].split()
    return any(word in grammar.pairs for word in nouns[-4:])


def _choose_longest(hits: list[Hit]) -> list[Hit]:
    hits.sort(key=itemgetter(0))
    chosen: list[Hit] = []
    first, last = -1, 0
    for hit in hits:
        if hit[0] >= last:
            chosen.append(hit)
            first, last = hit[0], hit[1]
        elif hit[0] == first and hit[1] > last:
            chosen[-1] = hit
            last = hit[1]
    return chosen
