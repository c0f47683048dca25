"""The nearest valid value to one that is not."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.utils import default_process


class Choices:
    """Valid values, made ready to be compared with many that are not."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(set(known))
        self._plain = [default_process(value) for value in self._known]

    def nearest(self, found: str) -> str:
        """The value most like `found`, or an empty text when none is like it.

        Two letters swapped count as one mistake (optimal string alignment).
        """
        best = process.extractOne(
            default_process(found),
            self._plain,
            scorer=OSA.normalized_similarity,
            score_cutoff=0.55,
        )
        return self._known[best[2]] if best else ""


def nearest(found: str, known: Iterable[str]) -> str:
    """The known value most like `found`, or an empty text when none is like it."""
    return Choices(known).nearest(found)
