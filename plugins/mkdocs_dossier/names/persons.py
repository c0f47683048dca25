"""Which part of a person's name can stand alone."""

import re
from functools import cache

from mkdocs_dossier.names.french import pattern, words


@cache
def _pinyin() -> re.Pattern[str]:
    onsets = "|".join(sorted(words("pinyin_onsets"), key=lambda each: (-len(each), each)))
    rimes = "|".join(sorted(words("pinyin_rimes"), key=lambda each: (-len(each), each)))
    return re.compile(f"(?:(?:{onsets})?(?:{rimes})'?){{1,3}}")


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(pattern("korean_syllable"))


def is_family_first(name: str) -> bool | None:
    """Whether the family name stands first, from the shape of the name alone; None: no sign of it.

    Chinese: a Chinese family name, then one word in pinyin. Korean: a Korean family name, then two
    syllables, joined by a hyphen or not.
    """
    first, *rest = name.casefold().split()
    if first in words("korean_surnames"):
        given = [part for word in rest for part in word.split("-")]
        if len(given) == 2 and all(map(_korean().fullmatch, given)):
            return True
    if first in words("chinese_surnames") and len(rest) == 1 and _pinyin().fullmatch(rest[0]):
        return True
    return None


def derive_surnames(name: str, family_first: bool | None) -> list[str]:
    """The forms by which a text names a person again: the family name, with its particle.

    Gives nothing for a name of one word, nor for one that is not in Latin letters.
    """
    parts = name.split()
    if len(parts) < 2 or not parts[0][0].isalpha() or ord(parts[0][0]) > 0x24F:
        return []
    if family_first is None:
        family_first = is_family_first(name)
    if family_first:
        return [parts[0]]
    at = len(parts) - 1
    particles = words("particles")
    while at > 1 and parts[at - 1].casefold() in particles:
        at -= 1
    return [" ".join(parts[index:]) for index in range(1, at + 1)] + (
        [parts[-1]] if at < len(parts) - 1 and parts[at].casefold() not in {"le", "la"} else []
    )
