"""All corrections, the latest first."""

from dataclasses import dataclass

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Correction
from mkdocs_dossier.model.records import Identified


@dataclass(frozen=True)
class Corrected:
    """A correction with the record or article that it was made in."""

    holder: Identified
    correction: Correction


def list_corrections(dossier: Dossier) -> list[Corrected]:
    """Every correction of the dossier, the latest first, then by record."""
    found = [
        Corrected(holder, correction)
        for holder in dossier.everything()
        for correction in holder.corrections
    ]
    found.sort(key=lambda each: each.holder.id)
    return sorted(found, key=lambda each: each.correction.date.sort_key, reverse=True)
