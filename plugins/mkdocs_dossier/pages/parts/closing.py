"""What stands at the end of every record's page: notes, searches, corrections, sources."""

from mkdocs_dossier.model.provenance import Correction
from mkdocs_dossier.model.records import Identified, Record
from mkdocs_dossier.pages.parts.places import place_all
from mkdocs_dossier.pages.parts.sources import gather_evidence, gather_source, say_field
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.provenance import Evidence
from mkdocs_dossier.pages.values.records import Closing, CorrectionLine, NoteBlock, SearchLine


def gather_closing(scope: Scope, record: Identified) -> Closing:
    """Notes, what was looked for in vain, corrections, the record's own sources."""
    site = scope.site
    corrections = sorted(record.corrections, key=lambda each: each.date.sort_key, reverse=True)
    return Closing(
        tuple(
            NoteBlock(
                scope.prose(note.text, f"{place.anchor}-", 4), gather_evidence(scope, note), place
            )
            for note, place in zip(record.notes, place_all("note", record.notes), strict=True)
        ),
        tuple(
            SearchLine(say_field(site, each.for_), each.where, site.say(each.date))
            for each in record.searches
        ),
        tuple(gather_correction(site, each) for each in corrections),
        _own_sources(scope, record) if isinstance(record, Record) else None,
    )


def gather_correction(site: Site, each: Correction) -> CorrectionLine:
    """What was wrong, and what it is now."""
    about = say_field(site, each.about) if each.about else ""
    return CorrectionLine(site.when(each.date), each.was, each.now, about)


def _own_sources(scope: Scope, record: Record) -> Evidence | None:
    if not record.sources and not record.basis:
        return None
    sources = tuple(gather_source(scope, each) for each in record.sources)
    return Evidence(sources, record.basis or "")
