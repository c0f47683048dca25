"""Which part of a person's name can stand alone."""

import importlib.resources
import re
from functools import cache

import yaml

from mkdocs_dossier.languages.name_grammar import NameGrammar

_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "Esq", "Esq."))
_NUMERAL = re.compile(r"[IVXL]+|1er|Ier")


@cache
def _lists() -> dict[str, str]:
    text = importlib.resources.files(__package__).joinpath("order.yml").read_text("utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)
    return loaded


@cache
def shapes(name: str) -> frozenset[str]:
    """The list of `order.yml` with this name. Raises KeyError if there is none."""
    return frozenset(_lists()[name].split())


@cache
def _pinyin() -> re.Pattern[str]:
    onsets = "|".join(sorted(shapes("pinyin_onsets"), key=lambda each: (-len(each), each)))
    rimes = "|".join(sorted(shapes("pinyin_rimes"), key=lambda each: (-len(each), each)))
    return re.compile(f"(?:(?:{onsets})?(?:{rimes})'?){{1,3}}")


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(_lists()["korean_syllable"])


def is_family_first(name: str) -> bool | None:
    """Whether the family name stands first, from the shape of the name alone; None: no sign of it.

    Chinese: a Chinese family name, then one word in pinyin. Korean: a Korean family name, then two
    syllables, joined by a hyphen or not.
    """
    first, *rest = name.casefold().split()
    if first in shapes("korean_surnames"):
        given = [part for word in rest for part in word.split("-")]
        if len(given) == 2 and all(map(_korean().fullmatch, given)):
            return True
    if first in shapes("chinese_surnames") and len(rest) == 1 and _pinyin().fullmatch(rest[0]):
        return True
    return None


def derive_surnames(name: str, family_first: bool | None, grammar: NameGrammar) -> list[str]:
    """The forms by which a text names a person again: the family name, with its particle.

    Gives nothing for a name of one word, nor for one that is not in Latin letters, nor without
    grammar.
    """
    parts = [part for part in name.replace(",", " ").split() if part not in _SUFFIXES]
    if parts and _NUMERAL.fullmatch(parts[-1]):
        return []  # a king, a pope
    if not grammar.known or len(parts) < 2 or not parts[0][0].isalpha() or ord(parts[0][0]) > 0x24F:
        return []
    if any(each in grammar.function_words - grammar.particles for each in parts[1:-1]):
        return []  # "Catherine the Great", "Minister for the Middle East"
    if family_first is None:
        family_first = is_family_first(name)
    if family_first:
        return [parts[0]]
    at = len(parts) - 1
    while at > 1 and parts[at - 1].casefold() in grammar.particles:
        at -= 1
    own = [" ".join(parts[index:]) for index in range(1, at + 1)]
    particle = parts[at].casefold()
    if at < len(parts) - 1 and particle not in grammar.inner_particles | grammar.fathers:
        own.append(parts[-1])
    joined, hyphen, bare = parts[-1].partition("-")
    if hyphen and joined.islower() and joined in grammar.particles:  # el-Sisi
        own.append(bare)
    return own
