"""The order of names and words that readers of a language expect.

Like the Unicode Collation Algorithm it compares letters first, then accents, then capitals, so that
« Élan » stands beside « elan ». Letters that a language has of its own (letters.yml) have their own
places. Signs come before digits, digits before letters, Latin before other scripts; Chinese stands
in the order of Unicode, which goes by radicals.

ICU would know more, such as how Chinese sounds, but has to be compiled where it is installed. What
implements the algorithm in Python alone knows no language's own letters.
"""

import importlib.resources
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import yaml

from mkdocs_dossier.languages.spelling import LETTERS, is_mark

Key = tuple[tuple[str, ...], tuple[str, ...], str, str]
"""Letters, accents, capitals, and the text itself: no two texts have the same key."""
_Weights = tuple[str, str]
"""What a letter is, and what accent it carries."""

_SIGNS = str.maketrans("‐‑‒–—’ʼ\u00a0\u202f", "-----''  ")
_LAST = "\U0010ffff"
# They are letters of their own, and Unicode writes them as others with an accent.
_WHOLE = frozenset("йїўѓќ")


@lru_cache(maxsize=1 << 16)
def order(text: str, language: str) -> Key:
    """The sorting key of a text in a language, by its code: `fr`, `sv`."""
    letters, longest = _read_letters(language.partition("-")[0].lower())
    found = list(_weigh(unicodedata.normalize("NFC", text.translate(_SIGNS)), letters, longest))
    return (
        tuple(letter for letter, _, _ in found),
        tuple(accent for _, accent, _ in found),
        "".join(case for _, _, case in found),
        text,
    )


def _weigh(text: str, letters: dict[str, _Weights], longest: int) -> Iterator[tuple[str, str, str]]:
    small = [each.lower() for each in text]
    place = 0
    while place < len(text):
        for length in range(longest, 0, -1):
            part = "".join(small[place : place + length])
            if part in letters:
                yield *letters[part], "0" if text.startswith(part, place) else "1"
                place += length
                break
        else:
            case = "0" if text[place] == small[place] else "1"
            for weights in _weigh_alone(small[place]):
                yield *weights, case
            place += 1


@cache
def _weigh_alone(small: str) -> tuple[_Weights, ...]:
    """A letter that the language does not count apart: what it is without its accents, and these.

    A ligature is two; what is no letter keeps its own place.
    """
    if small in _WHOLE:
        return ((f"3{small}", ""),)
    found: list[_Weights] = []
    for each in unicodedata.normalize("NFKD", small):
        if is_mark(each):
            letter, accent = found.pop() if found else ("", "")
            found.append((letter, accent + each))
        else:
            plain = each.translate(LETTERS)
            found += [(_place(one), "" if plain == each else each) for one in plain]
    return tuple(found)


def _place(char: str) -> str:
    kind = unicodedata.category(char)[0]
    if kind in "LM":
        return f"3{char}"
    if kind == "N":
        digit = unicodedata.digit(char, None)
        return f"2{char if digit is None else digit}"
    return "0" if char.isspace() else f"1{char}"


@cache
def _read_letters(language: str) -> tuple[dict[str, _Weights], int]:
    """The letters that have a place of their own, by how they are written, and the longest's
    length.
    """
    file = importlib.resources.files("mkdocs_dossier.languages") / "letters.yml"
    known = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    found: dict[str, _Weights] = {}
    for after, listed in (known["root"] | known.get(language, {})).items():
        for number, one in enumerate(listed.split()):
            for form, letter in enumerate(one.split("=")):
                found[letter] = f"3{after}{_LAST}{number:02}", str(form)
    return found, max(map(len, found))
