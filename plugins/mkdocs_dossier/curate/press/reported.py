"""Sentences of an article that seem to report what somebody said, as drafts of statements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from mkdocs_dossier.languages.sentences import find_sentence
from mkdocs_dossier.languages.words import read_words
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.names.bearer import Mention

QUOTE_WORDS = 25
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”|„([^„“]+)“|\"([^\"\n]+)\"")
_WORD = re.compile(r"[^\W\d_]+")
_INVERTED = re.compile(r"[»”\",](?:\s+[\w-]{1,6}){0,2}\s*$")
_ENDING = re.compile(r"e?s?$")
_ACT = "say"
_DIRECT = 3
_ID_WORDS = 5


@dataclass(frozen=True)
class Reported:
    """A sentence that reports: who seems to speak, by which act, the words to quote.

    `why` is what tells: the verb, the quotation marks, « selon ». `speakers` are records, `via`
    media that the sentence names besides.
    """

    id: str
    line: int
    sentence: str
    why: str
    act: str
    form: str
    quote: str
    speakers: tuple[str, ...] = field(default=())
    via: tuple[str, ...] = field(default=())


class _Grammar(NamedTuple):
    verbs: dict[str, str]
    opening: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    according: frozenset[str]


class _Clue(NamedTuple):
    """By which act a sentence reports, what tells it, where, and whether the subject follows."""

    act: str
    why: str
    at: int
    inverted: bool


class _Sentence(NamedTuple):
    start: int
    end: int
    text: str


def find_reported(
    dossier: Dossier, text: str, language: str, mentions: Sequence[Mention], title: str = ""
) -> list[Reported]:
    """The sentences of a text that report, in order, but its title.

    In a language without words of its own, those with a quotation.
    """
    found: list[Reported] = []
    taken: set[str] = set()
    for sentence in split_sentences(text):
        clue = _find_clue(sentence.text, language)
        if clue is None or sentence.text == title:
            continue
        named = [each for each in mentions if sentence.start <= each.start < sentence.end]
        speakers, via = _find_speakers(dossier, text, sentence, clue, named, language)
        quoted = _longest_quote(sentence.text)
        id = base = slugify(quoted or sentence.text, _ID_WORDS)
        while id in taken:
            id = f"{base}-{len(taken)}"
        taken.add(id)
        found.append(
            Reported(
                id,
                text.count("\n", 0, sentence.start) + 1,
                sentence.text,
                clue.why,
                clue.act if clue.act in dossier.vocabulary.acts else _ACT,
                "direct" if len(quoted.split()) >= _DIRECT else "indirect",
                _shorten(quoted if len(quoted.split()) >= _DIRECT else sentence.text),
                speakers,
                via,
            )
        )
    return found


def split_sentences(text: str) -> Iterator[_Sentence]:
    """The sentences of a text, paragraph by paragraph, with their offsets."""
    for line in re.finditer(r"[^\n]+", text):
        at, end = line.span()
        while at < end:
            while at < end and text[at].isspace():
                at += 1
            if at == end:
                break
            _, last = find_sentence(text, at, at + 1, at, end)
            yield _Sentence(at, last, text[at:last].strip())
            at = last


def _find_clue(sentence: str, language: str) -> _Clue | None:
    """What tells that a sentence reports; None if nothing does.

    A verb of saying alone proves nothing: words open behind it, or it is a past participle.
    """
    quoted = _longest_quote(sentence)
    grammar = _grammar(language)
    bare = _QUOTED.sub(lambda found: " " * (len(found[0]) - 1) + found[0][-1], sentence)
    words = list(_WORD.finditer(bare))
    plain = [each[0].casefold().rstrip("'’") for each in words]
    for at, word in enumerate(words):
        act = grammar.verbs.get(plain[at]) or grammar.verbs.get(_ENDING.sub("", plain[at]))
        if act is None:
            continue
        opens = any(each in grammar.opening for each in plain[at + 1 : at + 2])
        helped = not grammar.auxiliaries.isdisjoint(plain[max(0, at - 2) : at])
        inverted = not opens and bool(_INVERTED.search(bare[: word.start()]))
        if quoted or opens or helped or inverted:
            return _Clue(act, word[0], word.start(), inverted)
    for phrase in grammar.according:
        if found := re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", bare, re.IGNORECASE):
            return _Clue(_ACT, found[0], found.start(), True)
    if len(quoted.split()) >= _DIRECT:
        return _Clue(_ACT, "« »", 0, False)
    return None


def _find_speakers(
    dossier: Dossier,
    text: str,
    sentence: _Sentence,
    clue: _Clue,
    named: Sequence[Mention],
    language: str,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actor who seems to be the subject of the verb; and the media of the sentence.

    No small word stands before a subject. What a medium reports is said by whom it names next.
    """
    small = _grammar(language).prepositions
    at = sentence.start + clue.at
    actors = [each for each in named if each.record in dossier.actors]
    media = [each for each in actors if dossier.actors[each.record].kind == "media"]
    others = [each for each in actors if each not in media]
    after = [each for each in others if each.start > at]
    before = [
        each
        for each in others
        if each.start < at
        and small.isdisjoint(_WORD.findall(text[sentence.start : each.start].casefold())[-2:])
    ]
    if clue.inverted or (not before and media and media[0].start < at):
        before = after
    return (
        tuple(each.record for each in before[:1]),
        tuple(dict.fromkeys(each.record for each in media)),
    )


@cache
def _grammar(language: str) -> _Grammar:
    lists = read_words(language, "reading")
    return _Grammar(
        {word: act for act, words in lists.get("saying", {}).items() for word in words},
        *(
            frozenset(lists.get(name, []))
            for name in ("opening", "auxiliaries", "prepositions", "according")
        ),
    )


def _longest_quote(sentence: str) -> str:
    quotes = ["".join(filter(None, found.groups())).strip() for found in _QUOTED.finditer(sentence)]
    return max(quotes, key=lambda each: len(each.split()), default="")


def _shorten(words: str) -> str:
    """At most so many words as a quote may have, without the signs that they end on."""
    kept = words.split()[:QUOTE_WORDS]
    return " ".join(kept).strip(' ,;:.«»“”"')
