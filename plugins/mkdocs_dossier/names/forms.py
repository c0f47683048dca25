"""The forms by which a bearer is found."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.folding import encode, fold
from mkdocs_dossier.names.french import words
from mkdocs_dossier.names.persons import derive_surnames

FormKind = Literal["name", "alias", "short", "explicit", "never"]
ARTICLES = ("le ", "la ", "les ", "l'", "l’", "un ", "une ")


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


def list_forms(bearers: Iterable[Bearer]) -> Iterator[Form]:
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
        watched = _watched(bearer.is_person, bearer.is_place)
        for text, how, after_article in _list_texts(bearer):
            single = " " not in text and "-" not in text
            plain = how in ("name", "alias") and not (
                after_article or bearer.government_of or text in longer or _is_word(text)
            )
            yield Form(text, bearer, how, after_article, single, text in longer, plain, watched)


@cache
def _watched(person: bool, place: bool) -> frozenset[bytes]:
    if person:
        listed = words("named_after") | words("families")
    else:
        listed = words("honorifics") | ({"de", "du", "des", "d'"} if place else set())
    return frozenset(fold(encode(word)) for word in listed)


def _is_word(text: str) -> bool:
    return len(text) < 12 and text.casefold() in _word_forms()


@cache
def _word_forms() -> frozenset[str]:
    return words("compass") | words("function_words")


def _list_texts(bearer: Bearer) -> Iterator[tuple[str, FormKind, bool]]:
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
        bare = text if person else strip_article(text)
        if bare != text:
            yield bare, how, True
    shorts = [strip_article(text) for text in bearer.short_names]
    if person:
        for text, _ in names:
            shorts += derive_surnames(text, bearer.family_first)
    for text in dict.fromkeys(shorts) if len(shorts) > 1 else shorts:
        if not barred or text.casefold() not in barred:
            yield text, "short", False


def strip_article(text: str) -> str:
    """The form without a French article before it."""
    if text[0] not in "lLuU":
        return text
    lowered = text.casefold()
    for article in ARTICLES:
        if lowered.startswith(article) and len(text) > len(article) + 1:
            return text[len(article) :]
    return text


def respell(text: str) -> list[str]:
    """The form and its other spellings: œ as oe, plural of the first noun of a common name."""
    spellings = [text]
    if "œ" in text or "Œ" in text:
        spellings.append(text.replace("œ", "oe").replace("Œ", "Oe"))
    elif "oe" in text or "Oe" in text:
        spellings.append(text.replace("oe", "œ").replace("Oe", "Œ"))
    if text[0].islower():
        first, space, rest = text.partition(" ")
        if space and first[-1] not in "sxz'" and first not in words("particles"):
            spellings.append(f"{first}s {rest}")
    return spellings
