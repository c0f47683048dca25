"""Whether what a text writes can mean a name: what case and accents may change."""

import re
import unicodedata

from mkdocs_dossier.languages.name_grammar import NameGrammar

_BETWEEN = re.compile(r"[\s'’\-\u2010\u2011]+")


def fits(form: str, surface: str, grammar: NameGrammar) -> bool:
    """Whether a text that writes `surface` can mean `form`; both fold to the same bytes.

    Words may gain capitals (PÉKIN, Parti Communiste); an acronym may be written as a word (Otan).
    A name of several words may lose capitals while one is left (pandémie de Covid-19), or its only
    one (assemblée nationale). Capitals may lose accents; other accents matter in single words.
    """
    if form == surface:
        return True
    if "." in form and "." not in surface and not surface.isupper():
        return False  # "Us" is not the U.S.
    wanted, found = _split(form), _split(surface)
    if len(wanted) != len(found):
        return False
    content = [word for word in wanted if word.casefold() not in grammar.function_words]
    several = len(content) > 1
    lowered = kept = 0
    for want, have in zip(wanted, found, strict=True):
        if not (
            _accents_fit(want, have, several, grammar.accents) and _shape_fits(want, have, several)
        ):
            return False
        if want[0].isupper() and (len(wanted) == 1 or want in content):
            lowered += have[0].islower()
            kept += have[0].isupper()
    if not lowered:
        return True
    return several and (kept > 0 or lowered == 1 or any(map(str.isdigit, form)))


def strip_accents(text: str) -> str:
    """The text without accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _split(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]


def _shape_fits(want: str, have: str, several: bool) -> bool:
    if want == have or several:
        return True
    if want.isupper():
        return have.isupper() or (len(want) > 2 and have[0].isupper())
    return not have.isupper() or len(have) > 2


def _accents_fit(want: str, have: str, several: bool, accents: frozenset[str]) -> bool:
    if several or len(want) != len(have):
        return True
    for one, other in zip(want.casefold(), have.casefold(), strict=True):
        if one == other or not {one, other} & accents:
            continue
        if other in accents and one.isascii():
            return False  # the text has an accent that the name has not: another word
        if len(want) < 6 and not (have[0].isupper() and one == want[0].casefold()):
            return False
    return True
