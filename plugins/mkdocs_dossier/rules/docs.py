"""What must hold in the folder of hand-written pages, which strangers may change as well."""

from pathlib import Path

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.source.docs import find_gaps, find_refused
from mkdocs_dossier.source.load import to_problem


def check_docs(folder: Path, say: Texts) -> list[Problem]:
    """All problems of the folder, sorted; paths are relative to it. None where it is not there."""
    return sorted(to_problem(fault, path, say) for path, fault in find_refused(folder))


def check_gaps(folder: Path, say: Texts) -> list[Problem]:
    """What templates leave to fill in on the pages, sorted: no error, but nothing to publish."""
    return sorted(to_problem(fault, path, say) for path, fault in find_gaps(folder))
