"""The nearest valid value to one that is not."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.utils import default_process


def nearest(found: str, known: Iterable[str]) -> str:
    """The known value most like `found`, or an empty text when none is like it.

    Two letters swapped count as one mistake (optimal string alignment).
    """
    best = process.extractOne(
        found,
        sorted(set(known)),
        scorer=OSA.normalized_similarity,
        processor=default_process,
        score_cutoff=0.55,
    )
    return best[0] if best else ""
