"""The nearest valid value to one that is not."""

import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.utils import default_process


class Choices:
    """Valid values, made ready to be compared with many that are not.

    `names` are other words for them (word to value): labels of a term, names of a record. Letter
    case, accents and marks make no difference.
    """

    def __init__(self, known: Iterable[str], names: Mapping[str, str] | None = None) -> None:
        values = sorted(set(known))
        words = {value: value for value in values} | {
            name: value for name, value in sorted((names or {}).items()) if value in set(values)
        }
        self._values = list(words.values())
        self._plain = [simplify(word) for word in words]
        self._by_name: dict[str, str] = {}
        for plain, value in zip(self._plain, self._values, strict=True):
            self._by_name.setdefault(plain, value)

    def named(self, found: str) -> str:
        """The value of which `found` is a name, or an empty text."""
        return self._by_name.get(simplify(found), "")

    def nearest(self, found: str) -> str:
        """The value most like `found`, or an empty text when none is like it.

        Two letters swapped count as one mistake (optimal string alignment).
        """
        best = process.extractOne(
            simplify(found),
            self._plain,
            scorer=OSA.normalized_similarity,
            score_cutoff=0.55,
        )
        return self._values[best[2]] if best else ""


def nearest(found: str, known: Iterable[str]) -> str:
    """The known value most like `found`, or an empty text when none is like it."""
    return Choices(known).nearest(found)


def simplify(text: str) -> str:
    """A text as comparisons see it: lower case, without accents and marks."""
    apart = unicodedata.normalize("NFKD", text)
    return default_process("".join(each for each in apart if not unicodedata.combining(each)))
