"""What a change of the dossier means: for its facts, and for the trust in them."""

from mkdocs_dossier.curate.diff.change import Change, Differences
from mkdocs_dossier.curate.diff.compare import compare_dossiers

__all__ = ["Change", "Differences", "compare_dossiers"]
