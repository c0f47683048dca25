"""The forms by which a bearer is found."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from mkdocs_dossier.languages.name_grammar import NameGrammar, Pairs
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.folding import encode, fold
from mkdocs_dossier.names.persons import derive_surnames

_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,4}")
FormKind = Literal["name", "alias", "short", "explicit", "never"]


class Form(NamedTuple):
    """One way to name a bearer.

    `how` is `never` for a form that must not be linked. `after_article`: found without the article
    that belongs to it (« du Monde »). `single`: one word. `shared`: the beginning of another
    record's name (Corée du Nord for Corée). `plain`: means its record unless its surroundings say
    otherwise; `watched` are the folded words before it that may say so.
    """

    text: str
    bearer: Bearer
    how: FormKind
    after_article: bool = False
    single: bool = False
    shared: bool = False
    plain: bool = False
    watched: frozenset[bytes] = frozenset()


def list_forms(bearers: Iterable[Bearer], grammar: NameGrammar) -> Iterator[Form]:
    """All forms of all bearers: names, aliases, short names given or derived, and never_link."""
    bearers = list(bearers)
    longer = {
        name[: name.index(" ")]
        for bearer in bearers
        if bearer.kind == "state"
        for name in (bearer.name, *bearer.aliases)
        if " " in name
    }
    for bearer in bearers:
        watched = _watched(bearer.is_person, bearer.is_place, grammar)
        for text, how, after_article in _list_texts(bearer, grammar):
            single = " " not in text and "-" not in text
            plain = how in ("name", "alias") and not (
                after_article or bearer.government_of or text in longer or _is_word(text, grammar)
            )
            yield Form(text, bearer, how, after_article, single, text in longer, plain, watched)


@cache
def _watched(person: bool, place: bool, grammar: NameGrammar) -> frozenset[bytes]:
    if person:
        listed = grammar.named_after | grammar.families
    else:
        listed = grammar.honorifics | (grammar.of_words if place else frozenset())
    return frozenset(fold(encode(word)) for word in listed)


def _is_word(text: str, grammar: NameGrammar) -> bool:
    if len(text) < 12 and text.casefold() in _word_forms(grammar):
        return True
    return grammar.adjective.fullmatch(text) is not None


@cache
def _word_forms(grammar: NameGrammar) -> frozenset[str]:
    return grammar.compass | grammar.function_words


def _list_texts(bearer: Bearer, grammar: NameGrammar) -> Iterator[tuple[str, FormKind, bool]]:
    barred = {form.casefold() for form in bearer.never_link} if bearer.never_link else ()
    for text in bearer.never_link:
        yield text, "never", False
    names: list[tuple[str, FormKind]] = [(bearer.name, "name")]
    names += [(alias, "alias") for alias in bearer.aliases]
    person = bearer.is_person
    for text, how in names:
        if barred and text.casefold() in barred:
            continue
        yield text, how, False
        bare = text if person else strip_article(text, grammar)
        if bare != text:
            yield bare, how, True
    shorts = [strip_article(text, grammar) for text in bearer.short_names]
    if person:
        for text, _ in names:
            shorts += derive_surnames(text, bearer.family_first, grammar)
    for text in dict.fromkeys(shorts) if len(shorts) > 1 else shorts:
        if not barred or text.casefold() not in barred:
            yield text, "short", False


def strip_article(text: str, grammar: NameGrammar) -> str:
    """The form without an article before it."""
    starts, longest = _articles(grammar)
    if text[0].casefold() not in starts:
        return text
    lowered = text[:longest].casefold()
    for article in grammar.articles:
        elided = article[-1] in "'’"
        start = article if elided else f"{article} "
        if lowered.startswith(start) and len(text) > len(start) + (elided or 1):
            return text[len(start) :]
    return text


@cache
def _articles(grammar: NameGrammar) -> tuple[frozenset[str], int]:
    """The first letters of the articles, and how much text holds any of them."""
    return frozenset(each[0] for each in grammar.articles), 2 + max(
        map(len, grammar.articles), default=0
    )


def respell(text: str, grammar: NameGrammar) -> list[str]:
    """The form and its other spellings: ligatures, and what grammar does to its ends."""
    spellings = [text]
    for joined, apart in grammar.ligatures:
        for one, other in ((joined, apart), (apart, joined)):
            if one in text or one.title() in text:
                swapped = text.replace(one, other).replace(one.title(), other.title())
                spellings.append(swapped)
                break
    first, space, rest = text.partition(" ")
    if _DOTTED.fullmatch(text):
        spellings.append(text.replace(".", ""))
    elif 1 < len(text) < 5 and text.isalpha() and text.isupper():
        spellings.append("".join(f"{letter}." for letter in text))
    if text[0].islower():
        if space and first not in grammar.particles:
            spellings += [f"{each} {rest}" for each in _inflect(first, grammar.noun_plural)]
        spellings += _inflect(text, grammar.last_plural)
    elif space and grammar.endings:
        spellings += [f"{each} {rest}" for each in _inflect(first, grammar.endings)]
    if grammar.genitive:
        spellings += [case for each in spellings for case in _inflect(each, grammar.genitive)]
    return spellings


def _inflect(word: str, endings: Pairs) -> list[str]:
    """The word with what may stand in place of the first listed ending that it has."""
    has = next((ending for ending, _ in endings if word.endswith(ending)), None)
    if has is None:
        return []
    changed = [word.removesuffix(has) + new for old, new in endings if old == has]
    return [each for each in changed if each != word]
