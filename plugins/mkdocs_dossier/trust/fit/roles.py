"""Who does what to whom: a statement may name all the right people in the wrong places."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.trust.fit.compare import Misfit
from mkdocs_dossier.trust.fit.evidence import Evidence, split_sentences
from mkdocs_dossier.trust.fit.grammar import Grammar
from mkdocs_dossier.trust.fit.names import Names
from mkdocs_dossier.trust.fit.words import Token, are_akin, straighten, tokenise

_LONG, _SHORT = 4, 3  # letters
_NEAR = 4  # words between a name and its verb
_BREAK = re.compile(r"[,;:«»“”\"()–—]")


_Recognise = Callable[[str], list[Mention]]


class _Deed(NamedTuple):
    """A word right after a name, which may be what its bearer does."""

    who: str
    name: str
    word: str


def compare_roles(
    names: Names,
    statement: Statement,
    found: list[Mention],
    evidence: Evidence,
    named: frozenset[str],
) -> Iterator[Misfit]:
    """Names of the statement that do what another does in the text, which names `named`."""
    grammar = evidence.grammars[0]
    text = straighten(statement.text)
    found = [
        each
        for each in found
        if each.record in named or any(names.may_be(id, each.record) for id in named)
    ]
    if not found:
        return
    recognise = cache(partial(names.recognise, known=sorted(named)))
    sentences = [each for text in evidence.texts for each in split_sentences(straighten(text))]
    for deed in _list_deeds(text, found, grammar):
        verdicts = [
            verdict
            for sentence in sentences
            for verdict in _judge(deed, sentence, recognise, evidence.grammars, names)
        ]
        if verdicts and not any(verdicts):
            yield Misfit("exchanged", deed.name, evidence.passages[0])
            return
    for deed in _list_objects(text, found, grammar):
        verdicts = [
            verdict
            for sentence in sentences
            for verdict in _judge_object(deed, sentence, recognise, names)
        ]
        if verdicts and not any(verdicts):
            yield Misfit("exchanged", deed.name, evidence.passages[0])
            return


def _list_deeds(text: str, found: Iterable[Mention], grammar: Grammar) -> Iterator[_Deed]:
    """The first main word after each name, if nothing parts the two and no other name follows."""
    mentions = sorted(found, key=lambda each: each.start)
    tokens = tokenise(text)
    for number, mention in enumerate(mentions):
        end = mentions[number + 1].start if number + 1 < len(mentions) else len(text)
        before = [each for each in tokens if each.start < mention.start][-1:]
        if before and before[0].folded in grammar.of:
            continue  # « le roi de Norvège »
        after = [each for each in tokens if mention.end <= each.start < end][:_NEAR]
        for token in after:
            if _BREAK.search(text[mention.end : token.start]) or _is_small(token, grammar):
                break
            if len(token.folded) >= _LONG and not grammar.mutual.match(token.folded):
                yield _Deed(mention.record, text[mention.start : mention.end], token.folded)
                break


def _are_one_verb(one: str, other: str, grammar: Grammar) -> bool:
    """Whether two words are forms of one, short ones too: « asks », « asked »."""
    if are_akin(one, other):
        return True
    stem = _stem(one, grammar)
    return len(stem) >= _SHORT and stem == _stem(other, grammar)


@lru_cache(maxsize=4096)
def _stem(verb: str, grammar: Grammar) -> str:
    return grammar.endings.sub("", verb)


def _list_objects(text: str, found: Iterable[Mention], grammar: Grammar) -> Iterator[_Deed]:
    """The last main word before each name but the first, if nothing parts the two."""
    mentions = sorted(found, key=lambda each: each.start)
    tokens = tokenise(text)
    for one, mention in pairwise(mentions):
        before = [each for each in tokens if one.end <= each.start < mention.start][-_NEAR:]
        for token in reversed(before):
            if _BREAK.search(text[token.start : mention.start]):
                break
            if len(token.folded) >= _LONG and token.folded not in grammar.starters:
                yield _Deed(mention.record, text[mention.start : mention.end], token.folded)
                break


def _judge_object(
    deed: _Deed, sentence: str, recognise: _Recognise, names: Names
) -> Iterator[bool]:
    """For each place where a text has the word: whether the name may follow it there too."""
    for token in tokenise(sentence):
        if not are_akin(token.folded, deed.word):
            continue
        mentions = recognise(sentence)
        end = token.start + len(token.text)
        after = [each for each in mentions if each.start >= end]
        first = min(after, key=lambda each: each.start, default=None)
        between = sentence[end : first.start] if first else ""
        apart = first is None or _BREAK.search(between) or len(tokenise(between)) > _NEAR
        yield bool(apart) or any(names.may_be(each.record, deed.who) for each in mentions)


def _is_small(token: Token, grammar: Grammar) -> bool:
    """A word before which a name does nothing: « de », « à », « of »."""
    return token.folded in grammar.starters and token.text.casefold() not in grammar.auxiliaries


def _judge(
    deed: _Deed,
    sentence: str,
    recognise: _Recognise,
    grammars: tuple[Grammar, ...],
    names: Names,
) -> Iterator[bool]:
    """For each place where a text tells the deed: whether it may be the same one's."""
    for token in tokenise(sentence):
        if not _are_one_verb(token.folded, deed.word, grammars[0]):
            continue
        mentions = recognise(sentence)
        before = [each for each in mentions if each.end <= token.start]
        after = [each for each in mentions if each.start >= token.start]
        if any(names.may_be(each.record, deed.who) for each in before):
            yield True
            continue
        last = max(before, key=lambda each: each.end, default=None)
        between = sentence[last.end : token.start] if last else ""
        if last is None or _BREAK.search(between) or len(tokenise(between)) > _NEAR:
            yield True  # nobody can say whose deed it is
            continue
        agents = [
            each
            for each in after
            if any(one.agent.search(sentence[: each.start]) for one in grammars)
        ]
        yield any(names.may_be(each.record, deed.who) for each in agents)


def compare_told_by(
    names: Names, statement: Statement, evidence: Evidence, named: frozenset[str]
) -> Iterator[Misfit]:
    """A person said to speak, where the sentence of the quote names another who does."""
    people = [party for party in statement.speakers if names.is_person(party.actor)]
    if not people or len(people) < len(statement.speakers):
        return
    passages = [each for each in evidence.passages if each.article]
    if passages and all(
        _is_others(names, people, each.sentence, evidence, named) for each in passages
    ):
        yield Misfit("speaker", names.dossier.name_of(people[0].actor or ""), passages[0])


def _is_others(
    names: Names,
    people: list[PartyValue],
    sentence: str,
    evidence: Evidence,
    named: frozenset[str],
) -> bool:
    found = names.recognise(sentence, sorted(named))
    mentions = sorted(found, key=lambda each: each.start)
    persons = [each for each in mentions if names.is_person(each.record)]
    if not persons:
        return False
    ids = {party.actor for party in people}
    if any(each.record in ids for each in mentions):
        return False
    ahead = sentence[: persons[0].start]
    pointed = any(one.pronouns.search(ahead) for one in evidence.grammars)
    titled = {
        token.folded
        for token in tokenise(ahead)[:-_NEAR]
        if any(token.folded in one.titles for one in evidence.grammars)
    }
    return not pointed and not titled and not ahead.strip()
