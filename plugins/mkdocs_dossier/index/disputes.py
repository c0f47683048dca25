"""Which values of a record are disputed."""

from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import Dispute, Version
from mkdocs_dossier.model.records import Identified


def is_disputed(record: Identified, field: str) -> bool:
    """Whether another version of this value is on record, decided or not."""
    return any(dispute.about == field for dispute in record.disputes)


def list_versions(record: Identified, dispute: Dispute) -> list[tuple[Version, bool]]:
    """The versions of a value, each with whether it is the one that the record keeps.

    Where none of them is, the kept value comes first as a version of its own, with the sources
    that support the field.
    """
    found = [(version, is_kept(record, dispute, version)) for version in dispute.versions]
    value = getattr(record, dispute.about, None)
    if any(kept for _, kept in found) or not isinstance(value, str | Date):
        return found
    sources = [each for each in getattr(record, "sources", []) if dispute.about in each.supports]
    basis = getattr(record, f"{dispute.about}_basis", None)
    return [(Version(value=str(value), sources=sources, basis=basis), True), *found]


def is_kept(record: Identified, dispute: Dispute, version: Version) -> bool:
    """Whether the record's field holds this version."""
    accepted = str(getattr(record, dispute.about, None) or "")
    if version.value:
        return version.value == accepted
    return bool(version.text) and (version.text or "").casefold() in accepted.casefold()
