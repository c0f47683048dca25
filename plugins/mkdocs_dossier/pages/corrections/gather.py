"""From the corrections of a dossier to the value of their page."""

from mkdocs_dossier.index.corrections import FEED, list_corrections
from mkdocs_dossier.pages.corrections.value import CorrectionsPage
from mkdocs_dossier.pages.parts.closing import gather_correction
from mkdocs_dossier.pages.scope import Scope


def gather_corrections(scope: Scope) -> CorrectionsPage:
    """The latest correction first; with exports, the way to their feed."""
    return CorrectionsPage(
        FEED if scope.site.has_feed else None,
        tuple(
            (scope.link(each.holder.id), gather_correction(scope.site, each.correction))
            for each in list_corrections(scope.site.dossier)
        ),
    )
