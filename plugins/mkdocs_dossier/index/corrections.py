"""All corrections, the latest first."""

from dataclasses import dataclass

from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Correction
from mkdocs_dossier.model.records import Identified

FEED = "atom.xml"
"""The feed's file, beside the page."""


@dataclass(frozen=True)
class Corrected:
    """A correction with the record or article that it was made in."""

    holder: Identified
    correction: Correction


def date_feed(dossier: Dossier, now: Day | None) -> Day | None:
    """How old the feed of corrections is: the day of the latest, else now, else the last day
    on which the dossier is known to have been worked on; None where nothing tells.
    """
    corrected = [each.correction.date for each in list_corrections(dossier)]
    if not corrected and now:
        return now
    worked = [
        *(each.reviewed for each in dossier.everything() if each.reviewed),
        *(each.retrieved for each in dossier.articles.values() if each.retrieved),
        *(each.date for each in dossier.verified.quotes),
    ]
    days = (date.latest or date.earliest for date in corrected or worked)
    return max((day for day in days if day), default=None)


def list_corrections(dossier: Dossier) -> list[Corrected]:
    """Every correction of the dossier, the latest first, then by record."""
    found = [
        Corrected(holder, correction)
        for holder in dossier.everything()
        for correction in holder.corrections
    ]
    found.sort(key=lambda each: each.holder.id)
    return sorted(found, key=lambda each: each.correction.date.sort_key, reverse=True)
