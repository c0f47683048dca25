"""Disputed values of a record, their versions side by side."""

from mkdocs_dossier.index.disputes import list_versions
from mkdocs_dossier.model.dates import Date, InvalidDate, parse
from mkdocs_dossier.model.provenance import Dispute, Version
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.pages.parts.places import place_all
from mkdocs_dossier.pages.parts.sources import gather_evidence, say_field
from mkdocs_dossier.pages.parts.trust import gather_trust
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.provenance import DisputeBlock, VersionBlock
from mkdocs_dossier.pages.values.text import Place

DATES = ("date", "start", "end")


def gather_disputes(scope: Scope, record: Identified) -> tuple[DisputeBlock, ...]:
    """All disputes of a record."""
    places = place_all("dispute", record.disputes)
    return tuple(
        _gather_dispute(scope, record, each, place)
        for each, place in zip(record.disputes, places, strict=True)
    )


def _gather_dispute(
    scope: Scope, record: Identified, dispute: Dispute, place: Place
) -> DisputeBlock:
    return DisputeBlock(
        say_field(scope.site, dispute.about),
        place,
        tuple(
            _gather_version(scope, record, dispute, *each)
            for each in list_versions(record, dispute)
        ),
        scope.text(dispute.decision),
        dispute.note or "",
    )


def _gather_version(
    scope: Scope, record: Identified, dispute: Dispute, version: Version, kept: bool
) -> VersionBlock:
    date = _read_date(version.value) if dispute.about in DATES else None
    value = version.value or version.text or ""
    if version.value and dispute.about == "kind":
        value = scope.site.term("kind", version.value, record.section)
    elif version.value:
        value = scope.site.dossier.name_of(version.value)
    shown = version.sources or version.basis or not kept
    return VersionBlock(
        value,
        scope.site.when(date) if date else None,
        version.text or "" if version.value else "",
        kept,
        gather_trust(scope.site, version) if shown else None,
        gather_evidence(scope, version, traced=True),
        version.note or "",
    )


def _read_date(value: str | None) -> Date | None:
    try:
        return parse(value) if value else None
    except InvalidDate:
        return None
