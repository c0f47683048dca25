"""Whether two places exclude each other."""

from mkdocs_dossier.model.dossier import Dossier


def are_apart(one: str, other: str, dossier: Dossier) -> bool:
    """Whether two places are apart: neither holds the other, as far as is known."""
    return other not in _around(one, dossier) and one not in _around(other, dossier)


def _around(id: str, dossier: Dossier) -> set[str]:
    """A place and all that it lies in."""
    found: set[str] = set()
    left = [id]
    while left:
        here = left.pop()
        if here in found:
            continue
        found.add(here)
        place = dossier.places.get(here)
        if place:
            left += [each for each in (place.part_of, place.country) if each]
    return found
