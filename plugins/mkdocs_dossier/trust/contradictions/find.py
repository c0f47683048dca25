"""All contradictions of a dossier, but those that it records or dismisses."""

from collections.abc import Iterator

from mkdocs_dossier.index.passages import Passages, list_uses
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Dispute
from mkdocs_dossier.model.quotes import fold
from mkdocs_dossier.trust.contradictions.counts import find_wrong_anniversaries, find_wrong_ordinals
from mkdocs_dossier.trust.contradictions.finding import Contradiction
from mkdocs_dossier.trust.contradictions.quotes import find_wrong_dates
from mkdocs_dossier.trust.contradictions.said import find_said_and_denied
from mkdocs_dossier.trust.contradictions.times import (
    find_outside_body,
    find_outside_whole,
    find_part_outside_life,
    find_speech_outside_life,
    find_two_holders,
    find_two_places,
)
from mkdocs_dossier.trust.contradictions.values import find_wrong_values


def find_contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    """Each pair of facts that cannot both be so. Reads the whole dossier.

    Left out is what a dispute about the field already says, on either record, and what one of them
    dismisses.
    """
    for each in _list(dossier):
        if not is_settled(each, dossier):
            yield each


def _list(dossier: Dossier) -> Iterator[Contradiction]:
    yield from find_two_places(dossier)
    yield from find_two_holders(dossier)
    yield from find_outside_body(dossier)
    yield from find_speech_outside_life(dossier)
    yield from find_part_outside_life(dossier)
    yield from find_outside_whole(dossier)
    yield from find_wrong_ordinals(dossier)
    yield from find_wrong_anniversaries(dossier)
    uses = {id: list(list_uses(event)) for id, event in dossier.events.items()}
    yield from find_wrong_dates(dossier, uses, Passages(dossier))
    yield from find_wrong_values(dossier, uses)
    yield from find_said_and_denied(dossier)


def is_settled(found: Contradiction, dossier: Dossier) -> bool:
    """Whether a dispute on one of the two records tells it, or one of them dismisses it."""
    sides = (found.here.record, found.other.record)
    for id, other in (sides, sides[::-1]):
        record = dossier.get(id)
        if record is None:
            continue
        if any(each.about == found.about and _tells(each, found) for each in record.disputes):
            return True
        if any(
            each.with_ == other and each.about in (None, found.about) for each in record.dismissals
        ):
            return True
    return False


def _tells(dispute: Dispute, found: Contradiction) -> bool:
    """Whether the versions of a dispute tell what was found, or rest on its quotes.

    Of one record, it is enough that they tell what excludes its value; of two, both facts.
    """
    said = {fold(words) for each in dispute.versions for words in (each.value, each.text) if words}
    quotes = {fold(s.quote) for each in dispute.versions for s in each.sources if s.quote}
    own = {fold(source.quote) for source in found.here.sources if source.quote}
    sides = [found.here] if found.here.record == found.other.record else [found.here, found.other]
    told = {fold(side.value or side.text or side.reference) for side in sides}
    return bool(told <= said or quotes & own)
