"""From the gaps of a dossier to the value of their page."""

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.pages.coverage.value import CoveragePage, GapGroup, GapLine
from mkdocs_dossier.pages.parts.impact import gather_ranking
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.trust.coverage import KINDS, MINUTES, Coverage, Gap


def gather_coverage(scope: Scope) -> CoveragePage:
    """A section for each kind of gap."""
    coverage = Coverage(scope.site.indexes, scope.site.features.now)
    groups = tuple(_gather_group(scope, kind, coverage.of(kind)) for kind in KINDS)
    say = scope.site.texts
    propose = scope.site.features.report_address(
        say("frame.propose-title"), say("frame.propose-text")
    )
    minutes = sum(MINUTES[gap.kind] for gap in coverage.gaps)
    return CoveragePage(
        groups,
        _say_time(say, minutes) if minutes else "",
        propose,
        gather_ranking(scope),
        _lead_to_origins(scope),
    )


def _lead_to_origins(scope: Scope) -> Link | None:
    site = scope.site
    if not site.resting:
        return None
    return Link(site.texts("views.origins.title"), scope.url(site.addresses.index("origins")))


def _gather_group(scope: Scope, kind: str, gaps: list[Gap]) -> GapGroup:
    say = scope.site.texts
    return GapGroup(
        kind,
        say(f"coverage.{kind}.title"),
        say(f"coverage.{kind}.why"),
        say(f"coverage.{kind}.task"),
        _say_time(say, MINUTES[kind]),
        _say_time(say, MINUTES[kind] * len(gaps)),
        tuple(_gather_gap(scope, gap) for gap in gaps),
    )


def _say_time(say: Texts, minutes: int) -> str:
    """A time in minutes, or in whole hours where it is long."""
    if minutes < 90:
        return say("coverage.minutes", count=minutes)
    return say("coverage.hours", count=round(minutes / 60))


def _gather_gap(scope: Scope, gap: Gap) -> GapLine:
    features = scope.site.features
    record = scope.link(gap.record)
    where = scope.site.texts("coverage.where", path=gap.path, line=gap.line)
    address = features.line_address(gap.path, gap.line)
    edit = features.edit_address(f"{features.folder}/{gap.path}")
    return GapLine(record, gap.text if gap.text != record.words else "", Link(where, address), edit)
