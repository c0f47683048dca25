"""How many facts rest on what, for the script of the lens."""

from collections import Counter
from collections.abc import Iterable


def write_tally(tokens: Iterable[str]) -> str:
    """Facts counted by their origins (see pages/lens.py): `3 kcna!|2 afp kcna!`."""
    return "|".join(f"{count} {each}" for each, count in sorted(Counter(tokens).items()))
