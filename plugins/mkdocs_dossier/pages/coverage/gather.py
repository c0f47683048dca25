"""From the gaps of a dossier to the value of their page."""

from mkdocs_dossier.pages.coverage.value import CoveragePage, GapGroup, GapLine
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.views.coverage import KINDS, Coverage, Gap


def gather_coverage(scope: Scope) -> CoveragePage:
    """A section for each kind of gap."""
    say = scope.site.texts
    coverage = Coverage(scope.site.book, scope.site.features.now)
    return CoveragePage(
        tuple(
            GapGroup(
                kind,
                say(f"coverage.{kind}.title"),
                say(f"coverage.{kind}.why"),
                tuple(_gather_gap(scope, gap) for gap in coverage.of(kind)),
            )
            for kind in KINDS
        )
    )


def _gather_gap(scope: Scope, gap: Gap) -> GapLine:
    record = scope.link(gap.record)
    where = scope.site.texts("coverage.where", path=gap.path, line=gap.line)
    address = scope.site.features.line_address(gap.path, gap.line)
    return GapLine(record, gap.text if gap.text != record.words else "", Link(where, address))
