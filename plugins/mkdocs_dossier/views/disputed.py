"""Which values of a record are disputed."""

from mkdocs_dossier.model.provenance import Dispute, Version
from mkdocs_dossier.model.records import Identified


def disputes_of(record: Identified, field: str) -> list[Dispute]:
    """The disputes about one field of a record, in the order of the file."""
    return [dispute for dispute in record.disputes if dispute.about == field]


def is_disputed(record: Identified, field: str) -> bool:
    """Whether another version of this value is on record, decided or not."""
    return any(dispute.about == field for dispute in record.disputes)


def is_kept(record: Identified, dispute: Dispute, version: Version) -> bool:
    """Whether the record's field holds this version."""
    accepted = str(getattr(record, dispute.about, None) or "")
    if version.value:
        return version.value == accepted
    return bool(version.text) and (version.text or "").casefold() in accepted.casefold()
