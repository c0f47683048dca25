"""Words as filters, orders and the search compare them.

The same as `pages/assets/scripts/fold.mjs`: a test holds the two together, character by character.
"""

import re
import unicodedata

from mkdocs_dossier.model.records import Record

# Accents and vowel points: what a reader may leave out.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060]"
)
LETTERS = str.maketrans(
    {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ς": "σ"}
)
"""Letters that are written as others where a keyboard lacks them."""


def fold(text: str) -> str:
    """Without accents, in lower case: « Événement » is `evenement`."""
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", apart).lower().translate(LETTERS)


def is_mark(char: str) -> bool:
    """Whether it is an accent, a vowel point, or nothing that is seen."""
    return _MARKS.fullmatch(char) is not None


def words(text: str) -> list[str]:
    """The folded words of a text; a hyphen or an apostrophe parts them."""
    folded = fold(text)
    return "".join(
        each if unicodedata.category(each)[0] in "LMN" else " " for each in folded
    ).split()


def initials(record: Record) -> str:
    """Letters that stand for a record: « Kim Jong-un » is `KJ`, « Parti du travail » is `PT`.

    A person has those of the first two words with a capital, anything else those of its longer
    words, three at most, or the acronym among its own names.
    """
    names = [record.name, *(alias.name for alias in record.aliases), *record.short_names]
    words = [word for word in re.split(r"[\s\-'’]+", record.name) if word]
    if record.kind == "person":
        capitals = [*filter(_has_capital, words)]
        return "".join(word[0] for word in (capitals if len(capitals) > 1 else words)[:2])
    acronym = next((name for name in names if len(name) <= 5 and name.isupper()), "")
    main = [word for word in words if _has_capital(word) or len(word) > 3] or words
    return acronym or "".join(word[0] for word in main[:3]).upper()


def _has_capital(word: str) -> bool:
    return word[0].isupper()
