"""All contradictions of a dossier, but those that it records or dismisses."""

from collections.abc import Iterator

from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.trust.contradictions.counts import find_wrong_anniversaries, find_wrong_ordinals
from mkdocs_dossier.trust.contradictions.finding import Contradiction
from mkdocs_dossier.trust.contradictions.quotes import find_wrong_dates
from mkdocs_dossier.trust.contradictions.said import find_said_and_denied
from mkdocs_dossier.trust.contradictions.times import (
    find_outside_body,
    find_outside_whole,
    find_speech_outside_life,
    find_two_holders,
    find_two_places,
)


def find_contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    """Each pair of facts that cannot both be so. Reads the whole dossier.

    Left out is what a dispute about the field already says, on either record, and what one of them
    dismisses.
    """
    for each in _list(dossier):
        if not _is_settled(each, dossier):
            yield each


def _list(dossier: Dossier) -> Iterator[Contradiction]:
    yield from find_two_places(dossier)
    yield from find_two_holders(dossier)
    yield from find_outside_body(dossier)
    yield from find_speech_outside_life(dossier)
    yield from find_outside_whole(dossier)
    yield from find_wrong_ordinals(dossier)
    yield from find_wrong_anniversaries(dossier)
    yield from find_wrong_dates(dossier, Passages(dossier))
    yield from find_said_and_denied(dossier)


def _is_settled(found: Contradiction, dossier: Dossier) -> bool:
    sides = (found.here.record, found.other.record)
    for id, other in (sides, sides[::-1]):
        record = dossier.get(id)
        if record is None:
            continue
        if any(each.about == found.about for each in record.disputes):
            return True
        if any(
            each.with_ == other and each.about in (None, found.about) for each in record.dismissals
        ):
            return True
    return False
